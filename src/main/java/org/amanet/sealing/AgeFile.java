package org.amanet.sealing;

import com.exceptionfactory.jagged.PayloadException;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The one sealing format: age (age-encryption.org/v1) for X25519 recipients, through the Jagged
 * library.
 */
public final class AgeFile {
    private AgeFile() {}

    /** Seals all of it. */
    public static byte[] seal(byte[] plain, Collection<Recipient> recipients) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + 512);
        try (OutputStream out = sealing(sealed, recipients)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return sealed.toByteArray();
    }

    /**
     * Opens all of it.
     *
     * @throws SealBroken when it cannot be opened, whatever the reason
     */
    public static byte[] open(byte[] sealed, Identity identity) {
        try (InputStream in = opening(new ByteArrayInputStream(sealed), identity)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    /**
     * A stream whose bytes arrive sealed in the one below; whole only once it is closed, which
     * closes both.
     *
     * @throws IllegalArgumentException without recipients: nothing is ever sealed to nobody
     */
    public static OutputStream sealing(OutputStream below, Collection<Recipient> recipients)
            throws IOException {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("nobody to seal to");
        }
        List<RecipientStanzaWriter> writers = recipients.stream().map(Recipient::writer).toList();
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory()
                            .newEncryptingChannel(Channels.newChannel(below), writers));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /**
     * A stream of what is inside. Each piece of 64 KiB is authentic when it is read; that nothing
     * is missing is known only at the end, so nothing read may be acted upon before the end was
     * reached. Closing it closes the one below.
     *
     * @throws SealBroken here or while reading, when it cannot be opened
     * @throws IOException when the stream below fails, which says nothing about the seal
     */
    public static InputStream opening(InputStream sealed, Identity identity) throws IOException {
        List<RecipientStanzaReader> readers = List.of(identity.reader());
        InputStream buffered = new BufferedInputStream(sealed);
        InputStream head = new ByteArrayInputStream(AgeHead.read(buffered));
        ReadableByteChannel whole = Channels.newChannel(new SequenceInputStream(head, buffered));
        try {
            return new Refusing(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(whole, readers));
        } catch (GeneralSecurityException | PayloadException | RuntimeException e) {
            throw new SealBroken();
        }
    }

    /**
     * Turns every way in which a stranger's bytes can fail into the one answer, and stays with it:
     * the library would go on with what was left in its buffer.
     */
    private static final class Refusing extends InputStream {
        private final InputStream below;
        private boolean broken;

        Refusing(ReadableByteChannel channel) {
            this.below = Channels.newInputStream(channel);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (broken) {
                throw new SealBroken();
            }
            try {
                return below.read(bytes, offset, length);
            } catch (PayloadException | RuntimeException e) {
                broken = true;
                throw new SealBroken();
            }
        }

        @Override
        public void close() throws IOException {
            below.close();
        }
    }
}
