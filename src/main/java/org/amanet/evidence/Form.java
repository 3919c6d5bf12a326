package org.amanet.evidence;

/** As what a file is shown. */
public enum Form {
    IMAGE("image/png"),
    /** One image a page. */
    PAGES("image/png"),
    AUDIO("audio/mpeg"),
    FILM("video/webm"),
    TEXT("text/plain;charset=utf-8");

    private final String type;

    Form(String type) {
        this.type = type;
    }

    /** The media type of its copies. */
    public String type() {
        return type;
    }
}
