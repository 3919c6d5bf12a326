package org.amanet.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Fills an answer up with white space, which neither HTML nor JSON minds at the end. */
@Provider
@EvenSized
class SizeSteps implements WriterInterceptor {
    private static final int PAGE_STEP_BYTES = 32 * 1024;
    private static final int DOCUMENT_STEP_BYTES = 8 * 1024;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Counted counted = new Counted(context.getOutputStream());
        context.setOutputStream(counted);
        context.proceed();
        boolean page = MediaType.TEXT_HTML_TYPE.isCompatible(context.getMediaType());
        counted.fillUp(page ? PAGE_STEP_BYTES : DOCUMENT_STEP_BYTES);
    }

    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream below) {
            super(below);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        void fillUp(int step) throws IOException {
            byte[] white = new byte[(int) (Math.ceilDiv(count, step) * step - count)];
            Arrays.fill(white, (byte) ' ');
            write(white, 0, white.length);
        }

        /** What is written below must still come before the end. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
