package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KindTest {
    private static Kind of(String start) {
        return Kind.of(start.getBytes(ISO_8859_1));
    }

    @Example
    void voiceOfWeChatWithAndWithoutTheByteBeforeIt() {
        assertEquals(Kind.SILK, of("\u0002#!SILK_V3\u0017\u0000"));
        assertEquals(Kind.SILK, of("#!SILK_V3\u0017\u0000"));
        assertEquals(Kind.AMR, of("#!AMR\n<\u0091"));
        assertEquals(Kind.AMR, of("#!AMR-WB\n\u0004"));
    }

    @Example
    void soundAndPicturesThatMove() {
        assertEquals(Kind.OGG, of("OggS\u0000\u0002"));
        assertEquals(Kind.WEBM, of("\u001a\u0045\u00df\u00a3\u009fB\u0086"));
        assertEquals(Kind.MP4, of("\u0000\u0000\u0000 ftypisom\u0000\u0000\u0002\u0000"));
        assertEquals(Kind.MP4, of("\u0000\u0000\u0000\u0018ftypmp42"));
        assertEquals(Kind.MOV, of("\u0000\u0000\u0000\u0014ftypqt  "));
        assertEquals(Kind.M4A, of("\u0000\u0000\u0000\u001cftypM4A "));
    }

    @Example
    void pictures() {
        assertEquals(Kind.HEIC, of("\u0000\u0000\u0000$ftypheic\u0000"));
        assertEquals(Kind.HEIC, of("\u0000\u0000\u0000$ftypmif1\u0000"));
        assertEquals(Kind.JPEG, of("\u00ff\u00d8\u00ff\u00e1\u0000\u0010Exif"));
        assertEquals(Kind.PNG, of("\u0089PNG\r\n\u001a\n\u0000\u0000"));
    }

    @Example
    void documentsAndArchivesByTheirFirstEntry() {
        String zip = "PK\u0003\u0004" + ".".repeat(26);
        assertEquals(Kind.PDF, of("%PDF-1.7\n"));
        assertEquals(Kind.OFFICE, of(zip + "[Content_Types].xml"));
        assertEquals(Kind.OFFICE, of(zip + "mimetypeapplication/vnd.oasis.opendocument.text"));
        assertEquals(Kind.OFFICE, of("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"));
        assertEquals(Kind.CHAT, of(zip + "_chat.txt"));
        assertEquals(Kind.CHAT, of(zip + "WhatsApp Chat with somebody.txt"));
        assertEquals(Kind.ZIP, of(zip + "holiday/beach.jpg"));
        assertEquals(Kind.ZIP, of("PK\u0003\u0004"));
    }

    @Example
    void textAndConversations() {
        assertEquals(Kind.TEXT, Kind.of("ئۇلار ماڭا تېلېفون قىلدى.".getBytes(UTF_8)));
        assertEquals(Kind.CHAT, Kind.of("\u200e[24.11.25, 10:11:12] A: hello".getBytes(UTF_8)));
        assertEquals(Kind.CHAT, of("24/11/2025, 10:11 - A: hello"));
        assertEquals(Kind.CHAT, of("2025-11-24 10:11:12 A\nhello"));
        assertEquals(Kind.TEXT, of("24 people were there"));
    }

    @Example
    void aLetterCutInTwoAtTheEndIsStillText() {
        byte[] text = "تېلېفون".getBytes(UTF_8);
        assertEquals(Kind.TEXT, Kind.of(Arrays.copyOf(text, text.length - 1)));
    }

    @Example
    void whatIsNotKnownIsUnknown() {
        assertEquals(Kind.UNKNOWN, of(""));
        assertEquals(Kind.UNKNOWN, of("\u0000\u0001\u0002\u0003"));
        assertEquals(Kind.UNKNOWN, of("\u00fe\u00fe\u00fe"));
        assertEquals(Kind.UNKNOWN, of("text and \u0000 more"));
    }

    @Property
    void nothingThatComesCanStopIt(@ForAll byte[] start) {
        assertNotNull(Kind.of(start));
    }
}
