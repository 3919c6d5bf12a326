package org.amanet.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a copy that can be shown, and where it comes from.
 *
 * @param obstacle why there is none; all about the copy is empty then
 * @param pages how many there are; a film's page 0 is a still of it
 * @param bytes how long this page is
 * @param copySha256 of this page
 * @param tool what made it, with its version
 * @param text the words of this page, where it is words
 * @param scan whether known harm was looked for in the original
 */
public record CopyView(
        UUID exhibit,
        String name,
        Kind kind,
        @Nullable Obstacle obstacle,
        @Nullable Form form,
        @Nullable String type,
        int page,
        int pages,
        long bytes,
        String originalSha256,
        @Nullable String copySha256,
        @Nullable String tool,
        @Nullable String text,
        Scan scan) {

    static CopyView none(UUID id, Particulars file, int page, Obstacle obstacle, Scan scan) {
        return new CopyView(
                id,
                file.name(),
                file.kind(),
                obstacle,
                null,
                null,
                page,
                0,
                0,
                file.sha256(),
                null,
                null,
                null,
                scan);
    }

    /** Whether it is drawn, so that parts of it can be made black. */
    public boolean drawn() {
        return form == Form.IMAGE || form == Form.PAGES;
    }

    @Override
    public String toString() {
        return "CopyView of " + exhibit;
    }
}
