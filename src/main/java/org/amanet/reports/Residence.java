package org.amanet.reports;

/**
 * As what the reporter was in the country where it reached them: beside the place itself it decides
 * who may investigate.
 */
public enum Residence {
    CITIZEN,
    PROTECTED,
    ASYLUM_SEEKER,
    RESIDENT,
    VISITOR,
    WITHOUT_PAPERS
}
