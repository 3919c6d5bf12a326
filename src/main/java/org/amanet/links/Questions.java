package org.amanet.links;

import java.util.List;

/**
 * The questions about matches that are somebody's.
 *
 * @param received those that wait for them
 * @param sent those that they asked themselves, the latest first
 */
record Questions(List<LinkQuestionView> received, List<LinkQuestionView> sent) {}
