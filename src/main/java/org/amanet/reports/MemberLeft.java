package org.amanet.reports;

import java.util.UUID;

/** A member has left: nothing is theirs here any more. */
public record MemberLeft(UUID member) {}
