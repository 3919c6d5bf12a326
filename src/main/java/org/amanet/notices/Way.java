package org.amanet.notices;

/** How somebody is told. */
enum Way {
    NONE,
    MAIL,
    HOOK
}
