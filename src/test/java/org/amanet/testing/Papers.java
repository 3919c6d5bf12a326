package org.amanet.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people send them, and as those do who mean harm. */
public final class Papers {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Papers() {}

    /** Bright noise: no point of it is black, and each is another. */
    public static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0x808080 | random.nextInt(0x1000000));
            }
        }
        return image;
    }

    public static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static BufferedImage read(byte[] image) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(image));
            if (read == null) {
                throw new AssertionError("no image");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph that says where it was made. */
    public static byte[] photograph(String place) {
        BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawString("photograph", 10, 40);
        byte[] plain = written(image, "jpg");
        byte[] said = ("Exif\0\0" + place).getBytes(ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (said.length + 2)});
        out.writeBytes(said);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** An image of so many points that they fill no file and every memory. */
    public static byte[] flood(int edge) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PNG);
        try {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(head);
            fields.writeInt(edge);
            fields.writeInt(edge);
            fields.write(new byte[] {1, 0, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            ByteArrayOutputStream points = new ByteArrayOutputStream();
            try (OutputStream packed =
                    new DeflaterOutputStream(points, new Deflater(Deflater.BEST_COMPRESSION))) {
                byte[] row = new byte[1 + edge / 8];
                for (int y = 0; y < edge; y++) {
                    packed.write(row);
                }
            }
            chunk(out, "IDAT", points.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(ISO_8859_1));
        sum.update(content);
        DataOutputStream fields = new DataOutputStream(out);
        fields.writeInt(content.length);
        fields.writeBytes(type);
        fields.write(content);
        fields.writeInt((int) sum.getValue());
    }

    /** A document with a page for each of these words, and more objects of whoever wants them. */
    public static byte[] document(List<String> pages, String catalogue, String... more) {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            kids.append(4 + 2 * page).append(" 0 R ");
        }
        objects.add("<</Type/Catalog/Pages 2 0 R" + catalogue + ">>");
        objects.add("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (int page = 0; page < pages.size(); page++) {
            String words = "BT /F 30 Tf 60 700 Td (" + pages.get(page) + ") Tj ET";
            objects.add(
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
                            + "/Contents "
                            + (5 + 2 * page)
                            + " 0 R>>");
            objects.add("<</Length " + words.length() + ">>\nstream\n" + words + "\nendstream");
        }
        objects.addAll(List.of(more));
        return numbered(objects);
    }

    private static byte[] numbered(List<String> objects) {
        StringBuilder all = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder();
        for (int number = 1; number <= objects.size(); number++) {
            table.append("%010d 00000 n \n".formatted(all.length()));
            all.append(number).append(" 0 obj\n").append(objects.get(number - 1));
            all.append("\nendobj\n");
        }
        int start = all.length();
        int count = objects.size() + 1;
        all.append("xref\n0 ").append(count).append("\n0000000000 65535 f \n").append(table);
        all.append("trailer <</Size ").append(count).append("/Root 1 0 R>>\nstartxref\n");
        all.append(start).append("\n%%EOF\n");
        return all.toString().getBytes(ISO_8859_1);
    }

    /** Arrays in arrays, as deep as that. */
    public static byte[] deep(int depth) {
        String nested = "[".repeat(depth) + "]".repeat(depth);
        return document(List.of("deep"), "/Deep " + nested);
    }

    /** An archive of these files, in their order. */
    public static byte[] archive(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** How much of a rectangle, in per cent of the image, is black. */
    public static double black(BufferedImage image, int left, int top, int width, int height) {
        long black = 0;
        long all = 0;
        for (int x = image.getWidth() * left / 100;
                x < image.getWidth() * (left + width) / 100;
                x++) {
            for (int y = image.getHeight() * top / 100;
                    y < image.getHeight() * (top + height) / 100;
                    y++) {
                black += new Color(image.getRGB(x, y)).equals(Color.BLACK) ? 1 : 0;
                all++;
            }
        }
        return (double) black / all;
    }
}
