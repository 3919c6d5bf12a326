package org.amanet.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
    private static final String[] TYPES = {
        "SEL.TEL.PHONE",
        "SEL.TEL.IMEI",
        "SEL.ACC.WECHAT_ID",
        "SEL.ACC.TELEGRAM_USER",
        "SEL.ACC.EMAIL",
        "SEL.NET.URL",
        "SEL.NET.DOMAIN",
        "SEL.NET.IP",
        "SEL.NET.FILEHASH",
        "SEL.FIN.IBAN",
        "SEL.FIN.CNCARD",
        "SEL.FIN.CRYPTO",
        "SEL.ID.NAME",
        "SEL.ID.BADGE",
        "SEL.VEH.PLATE",
        "SEL.OTHER"
    };

    @ParameterizedTest
    @CsvSource({
        "SEL.TEL.PHONE, +86 138-1234 5678, , +8613812345678",
        "SEL.TEL.PHONE, 0086 138 1234 5678, , +8613812345678",
        "SEL.TEL.PHONE, 138 1234 5678, CN, +8613812345678",
        "SEL.TEL.PHONE, ٠١٧٦ ١٢٣٤٥٦٧٨, DE, +4917612345678",
        "SEL.ACC.WHATSAPP, 00 49 176 12345678, , +4917612345678",
        "SEL.TEL.IMEI, 49-015420-323751-8, , 490154203237518",
        "SEL.ACC.WECHAT_ID, Wxid_AB12cd, , wxid_ab12cd",
        "SEL.ACC.QQ, QQ 10 001, , 10001",
        "SEL.ACC.TELEGRAM_USER, https://t.me/Some_Name, , some_name",
        "SEL.ACC.TELEGRAM_USER, @Some_Name, , some_name",
        "SEL.ACC.X, https://x.com/Some_Name?s=20, , some_name",
        "SEL.ACC.EMAIL, Some.One@EXAMPLE[.]org, , some.one@example.org",
        "SEL.ACC.EMAIL, mailto:jo@bücher.example, , jo@xn--bcher-kva.example",
        "SEL.NET.URL, hxxps://Example[.]org:443/A/../b?q=1#top, , example.org/b?q=1",
        "SEL.NET.URL, HTTP://example.org, , example.org/",
        "SEL.NET.DOMAIN, https://Bücher.example./x, , xn--bcher-kva.example",
        "SEL.NET.IP, 2001:DB8::0:1, , 2001:db8:0:0:0:0:0:1",
        "SEL.NET.IP, 192[.]0[.]2[.]7, , 192.0.2.7",
        "SEL.FIN.IBAN, be68 5390 0754 7034, , BE68539007547034",
        "SEL.FIN.CNCARD, 6222 0212 3456 7890 128, , 6222021234567890128",
        "SEL.FIN.CRYPTO, 0xABCDEF, , 0xabcdef",
        "SEL.ID.BADGE, No. 012-345, , no012345",
        "SEL.VEH.PLATE, b-ab 1234, DE, DE:BAB1234",
        "SEL.ID.NAME, ＡＬＩＭ   ｋ, , alim k",
    })
    void theSameIsBroughtIntoTheSameForm(
            String type, String value, String country, String expected) {
        Normal normal = Normaliser.of(type, value, country);
        assertEquals(expected, normal.value());
        assertTrue(normal.sound(), value);
    }

    @ParameterizedTest
    @CsvSource({
        "SEL.TEL.PHONE, 138 1234 5678",
        "SEL.TEL.PHONE, call me",
        "SEL.TEL.IMEI, 490154203237519",
        "SEL.ACC.EMAIL, nobody",
        "SEL.ACC.EMAIL, a@b@example.org",
        "SEL.NET.URL, nowhere",
        "SEL.NET.IP, 192.0.2.300",
        "SEL.NET.IP, example.org",
        "SEL.NET.FILEHASH, abc",
        "SEL.FIN.IBAN, BE68 5390 0754 7035",
        "SEL.FIN.CNCARD, 6222 0212 3456 7890 129",
        "SEL.VEH.PLATE, B-AB 1234",
    })
    void whatCannotBeReadIsMarkedAndComparedAsItWasWritten(String type, String value) {
        Normal normal = Normaliser.of(type, value, null);
        assertFalse(normal.sound(), normal.value());
        assertEquals(value.toLowerCase(Locale.ROOT), normal.value());
    }

    @Test
    void addressesCannotBeTappedOnByMistake() {
        assertEquals(
                "hxxps://example[.]org/a[.]apk", Written.defanged("https://example.org/a.apk"));
        assertEquals("https://example.org/", Written.refanged("hxxps[:]//example[.]org/"));
    }

    @Property
    void nothingThatIsWrittenBreaksIt(
            @ForAll @StringLength(max = 60) String value,
            @ForAll @IntRange(max = 15) int type,
            @ForAll boolean country) {
        Normal normal = Normaliser.of(TYPES[type], value, country ? "DE" : null);
        assertEquals(normal, Normaliser.of(TYPES[type], value, country ? "DE" : null));
    }

    /** Brought in twice, it is the same; else a report would not find itself. */
    @Property
    void foldingTwiceIsFoldingOnce(@ForAll @StringLength(max = 40) String value) {
        String once = Written.folded(value);
        assertEquals(once, Written.folded(once));
    }

    @Property
    void mobileNumbersAreTheSameHoweverTheyAreGrouped(
            @ForAll @LongRange(min = 13_000_000_000L, max = 13_999_999_999L) long number,
            @ForAll @IntRange(min = 1, max = 10) int cut) {
        String digits = Long.toString(number);
        String grouped = digits.substring(0, cut) + " -" + digits.substring(cut);
        assertEquals("+86" + digits, Normaliser.of("SEL.TEL.PHONE", grouped, "CN").value());
        assertEquals(
                "+86" + digits, Normaliser.of("SEL.TEL.PHONE", "+86 " + grouped, null).value());
    }

    /** MOD 97-10 finds each single wrong digit. */
    @Property
    void aWrongDigitOfAnIbanIsFound(
            @ForAll @IntRange(min = 2, max = 15) int place, @ForAll @IntRange(max = 9) int digit) {
        String good = "BE68539007547034";
        String other = good.substring(0, place) + digit + good.substring(place + 1);
        assertEquals(other.equals(good), Normaliser.of("SEL.FIN.IBAN", other, null).sound(), other);
    }
}
