package org.amanet.links;

import java.util.Map;
import java.util.SortedMap;
import org.amanet.reports.Selector;
import org.amanet.sealing.BlindIndex;

/**
 * A desk's index with its keys open, for the length of one request; closing wipes them. While the
 * key is being changed there are two generations.
 */
final class DeskIndex implements AutoCloseable {
    private final String desk;
    private final SortedMap<Integer, BlindIndex> keys;

    DeskIndex(String desk, SortedMap<Integer, BlindIndex> keys) {
        this.desk = desk;
        this.keys = keys;
    }

    String desk() {
        return desk;
    }

    /** The generation that takes what is new. */
    int latest() {
        return keys.lastKey();
    }

    private BlindIndex key(int generation) {
        BlindIndex key = keys.get(generation);
        if (key == null) {
            throw new IllegalArgumentException("no such generation");
        }
        return key;
    }

    Map<Integer, BlindIndex> keys() {
        return keys;
    }

    /** The token under the key of this generation. */
    byte[] token(Selector selector, int generation) {
        return key(generation).token(selector.type(), selector.normalised());
    }

    @Override
    public void close() {
        keys.values().forEach(BlindIndex::close);
    }

    @Override
    public String toString() {
        return "DeskIndex of " + desk;
    }
}
