package org.amanet.staff;

/**
 * What a member is vouched for as. The identity provider's roles open routes; this one decides over
 * keys.
 */
public enum Role {
    CASEWORKER,
    LEAD,
    INVESTIGATOR
}
