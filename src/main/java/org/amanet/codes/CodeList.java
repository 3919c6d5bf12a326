package org.amanet.codes;

import java.util.List;

/** A list of codes of one domain, in one version. */
public record CodeList(String list, int version, List<Code> codes) {}
