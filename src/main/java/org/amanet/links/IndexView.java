package org.amanet.links;

/**
 * Where a desk's index stands.
 *
 * @param mine whether its key has reached whoever asks
 * @param generation of the key that takes what is new
 * @param changing whether the key is being changed
 * @param left reports that the new key does not have yet
 * @param within those of them that whoever asks may open
 * @param lead whether whoever asks may begin to change it
 */
record IndexView(
        boolean mine, int generation, boolean changing, long left, long within, boolean lead) {}
