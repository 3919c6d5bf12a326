package org.amanet.exports;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;

/** A sealed package on its way out, with its size and digest so that a torn one is noticed. */
final class Download {
    private Download() {}

    static Response of(Export export, Pieces pieces) {
        StreamingOutput bytes = out -> pieces.copy(export.id, out);
        Response.ResponseBuilder answer =
                Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(export))
                        .header(HttpHeaders.CONTENT_LENGTH, export.packageSize);
        byte[] digest = export.packageSha512;
        if (digest != null) { // RFC 9530
            String encoded = Base64.getEncoder().encodeToString(digest);
            answer.header("Repr-Digest", "sha-512=:" + encoded + ":");
        }
        return answer.build();
    }

    private static String attachment(Export export) {
        return "attachment; filename=\"amanet-" + export.reference + ".zip.age\"";
    }
}
