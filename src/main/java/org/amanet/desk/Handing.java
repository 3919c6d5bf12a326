package org.amanet.desk;

import java.io.IOException;
import java.io.OutputStream;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.evidence.ExhibitStream;
import org.amanet.problems.Refusal;

/**
 * A file on its way to a member.
 *
 * @param broken what the log is told when it turns out not to be whole
 */
record Handing(ExhibitStream stream, Trail trail, Happening broken) {
    /** All of it; and then the report is closed. */
    void to(OutputStream out) throws IOException {
        try (stream) {
            stream.copyTo(out);
        } catch (Refusal notWhole) {
            trail.recordRefusal(broken);
            throw notWhole;
        }
    }

    @Override
    public String toString() {
        return "Handing";
    }
}
