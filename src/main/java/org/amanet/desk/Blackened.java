package org.amanet.desk;

import java.io.IOException;
import java.io.OutputStream;
import org.amanet.evidence.Redactions;
import org.amanet.reports.OpenedReport;

/** A page of a blacked-out copy on its way to a member. */
record Blackened(Redactions.Page page, OpenedReport opened) {
    /** All of it; and then the report is closed. */
    void to(OutputStream out) throws IOException {
        try (opened) {
            page.content().writeTo(out);
        }
    }

    @Override
    public String toString() {
        return "Blackened";
    }
}
