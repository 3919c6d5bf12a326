package org.amanet.evidence;

import java.util.UUID;
import org.amanet.reports.Compartment;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.RunningDigests;
import org.amanet.sealing.SealedPiece;
import org.jspecify.annotations.Nullable;

/**
 * What an upload remembers between requests. It is written down only under a seal that its token
 * opens.
 *
 * @param recipient whom the pieces are sealed to; none where the sender seals
 * @param room how much each piece has room for
 * @param length in bytes as they travel; {@link #UNKNOWN} until a form's file has ended
 * @param name as are type, kind and digests, of what comes in clear only
 * @param pieces that are durable
 */
record Progress(
        UUID report,
        UUID exhibit,
        @Nullable String recipient,
        int room,
        long length,
        String name,
        String type,
        Kind kind,
        int pieces,
        byte[] digests) {
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final byte[] NO_DIGESTS = new byte[0];

    /** Of a file whose bytes come in clear. */
    static Progress clear(UUID report, UUID exhibit, Recipient to, int room, Described file) {
        return new Progress(
                report,
                exhibit,
                to.encoded(),
                room,
                file.size(),
                file.name(),
                file.type(),
                Kind.UNKNOWN,
                0,
                RunningDigests.begin().state());
    }

    /** Of a file that the sender seals. */
    static Progress sealed(UUID report, UUID exhibit, Layout layout) {
        long length = SealedPiece.sealedBytes(layout.room()) * layout.pieces();
        int room = layout.room();
        return new Progress(
                report, exhibit, null, room, length, "", "", Kind.UNKNOWN, 0, NO_DIGESTS);
    }

    /** What a sender says of a file before it comes. */
    record Described(String name, String type, long size) {
        @Override
        public String toString() {
            return "Described";
        }
    }

    boolean isSealed() {
        return recipient == null;
    }

    /** The same, so that empty pieces can be sealed to somebody behind it. */
    Progress paddedFor(Recipient to) {
        return new Progress(
                report, exhibit, to.encoded(), room, length, name, type, kind, pieces, digests);
    }

    /** How it is laid out, where the sender seals. */
    Layout layout() {
        return new Layout(room, (int) (length / pieceBytes()));
    }

    /** How many bytes make a piece as they travel. */
    long pieceBytes() {
        return isSealed() ? SealedPiece.sealedBytes(room) : room;
    }

    /** Where to go on. */
    long offset() {
        return Math.min(length, pieces * pieceBytes());
    }

    boolean isWhole() {
        return offset() == length;
    }

    /** The place of a piece. */
    static Place place(UUID report, UUID exhibit, int number) {
        String kind = String.format("PIECE.%05d", number);
        return new Place(report, exhibit, kind, Compartment.ACCOUNT.name(), 1);
    }

    Place place(int number) {
        return place(report, exhibit, number);
    }

    /** A piece further, sealed by the sender. */
    Progress further() {
        return further(digests, kind);
    }

    /** A piece further. */
    Progress further(byte[] newDigests, Kind newKind) {
        return new Progress(
                report,
                exhibit,
                recipient,
                room,
                length,
                name,
                type,
                newKind,
                pieces + 1,
                newDigests);
    }

    /** The file has ended here. */
    Progress ended(long size) {
        return new Progress(
                report, exhibit, recipient, room, size, name, type, kind, pieces, digests);
    }

    /** The name is not needed any more; the offset may still be asked for. */
    Progress done() {
        return new Progress(
                report, exhibit, recipient, room, length, "", "", kind, pieces, NO_DIGESTS);
    }

    Particulars particulars() {
        RunningDigests whole = RunningDigests.resume(digests);
        return new Particulars(name, type, kind, length, whole.sha256(), whole.sha512());
    }

    @Override
    public String toString() {
        return "Progress";
    }
}
