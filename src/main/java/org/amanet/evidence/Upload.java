package org.amanet.evidence;

import java.util.UUID;

/**
 * An upload as whoever has its token found it, or left it.
 *
 * @param state what stands in the row, by which it is seen whether somebody else went on
 */
record Upload(UUID id, UploadToken token, Progress progress, byte[] state) {
    @Override
    public String toString() {
        return "Upload " + id;
    }
}
