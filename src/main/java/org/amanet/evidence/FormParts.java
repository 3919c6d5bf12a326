package org.amanet.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/**
 * The parts of a form (RFC 7578) as they come. Of the library only what streams is used: what it
 * would keep, it would keep on disk.
 */
final class FormParts extends AbstractFileUpload<Void, DiskFileItem, DiskFileItemFactory> {
    private static final String NO_STORE = "nothing is kept here";

    /** The parts, one after the other. */
    static FileItemInputIterator of(String contentType, InputStream body) throws IOException {
        return new FormParts().getItemIterator(new Sent(contentType, body));
    }

    private record Sent(String contentType, InputStream body) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    @Override
    public FileItemInputIterator getItemIterator(Void request) {
        throw new UnsupportedOperationException(NO_STORE);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(Void request) {
        throw new UnsupportedOperationException(NO_STORE);
    }

    @Override
    public List<DiskFileItem> parseRequest(Void request) {
        throw new UnsupportedOperationException(NO_STORE);
    }
}
