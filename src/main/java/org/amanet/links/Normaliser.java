package org.amanet.links;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is the same into the same form, by its type. It never guesses: what cannot be read as
 * its type says is compared as it was written, and marked.
 */
final class Normaliser {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final String NO_COUNTRY = "ZZ";

    /** Addresses of profiles, and the sign before a name. */
    private static final Pattern PROFILE =
            Pattern.compile(
                    "^(?:https?://)?(?:www\\.|m\\.)?(?:t\\.me|telegram\\.me|facebook\\.com|fb\\.com"
                            + "|instagram\\.com|tiktok\\.com|x\\.com|twitter\\.com|weibo\\.com"
                            + "|weibo\\.cn|douyin\\.com/user|line\\.me/ti/p)/+|[/?#].*$");

    private static final int IMEI_DIGITS = 15;

    private Normaliser() {}

    /**
     * The form in which it is compared.
     *
     * @param type a code of the list SEL
     * @param country by which a number without its country, or a plate, is read
     */
    static Normal of(String type, String value, @Nullable String country) {
        return switch (type) {
            case "SEL.TEL.PHONE", "SEL.ACC.WHATSAPP" -> phone(value, country);
            case "SEL.ACC.SIGNAL" -> phoneOrName(value, country);
            case "SEL.TEL.IMEI" -> imei(value);
            case "SEL.ACC.QQ", "SEL.ACC.TELEGRAM_ID" -> number(value);
            case "SEL.ACC.TELEGRAM_USER",
                    "SEL.ACC.LINE",
                    "SEL.ACC.FACEBOOK",
                    "SEL.ACC.INSTAGRAM",
                    "SEL.ACC.TIKTOK",
                    "SEL.ACC.DOUYIN",
                    "SEL.ACC.WEIBO",
                    "SEL.ACC.X" ->
                    account(value);
            case "SEL.ACC.EMAIL" -> email(value);
            case "SEL.NET.URL" -> url(value);
            case "SEL.NET.DOMAIN" -> domain(value);
            case "SEL.NET.IP" -> address(value);
            default -> identity(type, value, country);
        };
    }

    private static Normal identity(String type, String value, @Nullable String country) {
        return switch (type) {
            case "SEL.ACC.WECHAT_ID" -> Normal.sound(Written.folded(value).replace(" ", ""));
            case "SEL.NET.FILEHASH" -> hash(value);
            case "SEL.FIN.IBAN" -> iban(value);
            case "SEL.FIN.CNCARD" -> card(value);
            case "SEL.FIN.CRYPTO" -> wallet(value);
            case "SEL.ID.BADGE", "SEL.ID.DOCNO" -> Normal.sound(Written.compact(value));
            case "SEL.VEH.PLATE" -> plate(value, country);
            default -> Normal.sound(Written.folded(value));
        };
    }

    /** Whether the type is shown so that nobody taps on it by mistake. */
    static boolean isDefanged(String type) {
        return type.startsWith("SEL.NET.URL") || type.startsWith("SEL.NET.DOMAIN");
    }

    private static Normal unread(String value) {
        return new Normal(Written.folded(value), false);
    }

    private static Normal phone(String value, @Nullable String country) {
        String written = Written.plain(value);
        boolean abroad = country == null && written.startsWith("00");
        try {
            PhoneNumber number =
                    PHONES.parse(
                            abroad ? "+" + written.substring(2) : written,
                            Objects.requireNonNullElse(country, NO_COUNTRY));
            String dialled = PHONES.format(number, PhoneNumberFormat.E164);
            return new Normal(dialled, PHONES.isPossibleNumber(number));
        } catch (NumberParseException unreadable) {
            return unread(value);
        }
    }

    private static Normal phoneOrName(String value, @Nullable String country) {
        Normal number = phone(value, country);
        return number.sound() ? number : Normal.sound(Written.folded(value));
    }

    private static Normal imei(String value) {
        String digits = Written.digits(value);
        boolean whole = digits.length() == IMEI_DIGITS && Checks.isLuhn(digits);
        return whole ? new Normal(digits, true) : unread(value);
    }

    private static Normal number(String value) {
        String digits = Written.digits(value);
        return digits.isEmpty() ? unread(value) : new Normal(digits, true);
    }

    private static Normal account(String value) {
        String name =
                PROFILE.matcher(Written.folded(Written.refanged(value)))
                        .replaceAll("")
                        .replaceFirst("^@+", "")
                        .strip();
        return name.isEmpty() ? unread(value) : new Normal(name, true);
    }

    private static Normal email(String value) {
        String written = Written.folded(Written.refanged(value)).replaceFirst("^mailto:", "");
        int at = written.lastIndexOf('@');
        String host = at > 0 ? Written.host(written.substring(at + 1)) : "";
        boolean one = at > 0 && written.indexOf('@') == at && written.indexOf(' ') < 0;
        return host.isEmpty() || !one
                ? unread(value)
                : new Normal(written.substring(0, at + 1) + host, true);
    }

    private static Normal domain(String value) {
        String written =
                Written.refanged(value)
                        .replaceFirst("(?i)^[a-z]+://", "")
                        .replaceFirst("[/:?#].*", "");
        String host = Written.host(written);
        return host.isEmpty() ? unread(value) : new Normal(host, true);
    }

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)(https?)://(?:[^/?#@]*@)?([^/?#:@]+)(?::(\\d{1,5}))?([/?][^#]*)?(?:#.*)?");

    private static Normal url(String value) {
        String written = Written.refanged(value);
        Matcher parts = ADDRESS.matcher(written.contains("://") ? written : "http://" + written);
        String host = parts.matches() ? Written.host(parts.group(2)) : "";
        if (host.isEmpty()) {
            return unread(value);
        }
        String port = parts.group(3);
        boolean usual = port == null || port.equals("80") || port.equals("443");
        String path = Objects.requireNonNullElse(parts.group(4), "/");
        String whole =
                host + (usual ? "" : ":" + port) + (path.startsWith("?") ? "/" + path : path);
        return new Normal(normalised(whole), true);
    }

    /** How often a letter was escaped makes no difference. */
    private static String normalised(String address) {
        try {
            return new URI("//" + address).normalize().toString().substring(2);
        } catch (URISyntaxException odd) {
            return address;
        }
    }

    private static Normal address(String value) {
        String written = Written.refanged(value).toLowerCase(Locale.ROOT).replace(" ", "");
        try {
            return new Normal(InetAddress.ofLiteral(written).getHostAddress(), true);
        } catch (IllegalArgumentException none) {
            return unread(value);
        }
    }

    private static Normal hash(String value) {
        String hex = Written.compact(value);
        boolean known = hex.matches("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}");
        return known ? new Normal(hex, true) : unread(value);
    }

    private static Normal iban(String value) {
        String compact = Written.compact(value).toUpperCase(Locale.ROOT);
        return Checks.isIban(compact) ? new Normal(compact, true) : unread(value);
    }

    private static Normal card(String value) {
        String digits = Written.digits(value);
        boolean whole = digits.length() >= 13 && digits.length() <= 19 && Checks.isLuhn(digits);
        return whole ? new Normal(digits, true) : unread(value);
    }

    /** In some of them the case of a letter says something. */
    private static Normal wallet(String value) {
        String written = Written.plain(value).replace(" ", "");
        boolean caseless = written.matches("(?i)(0x|bc1|ltc1|tb1).*");
        return Normal.sound(caseless ? written.toLowerCase(Locale.ROOT) : written);
    }

    private static Normal plate(String value, @Nullable String country) {
        String compact = Written.compact(value).toUpperCase(Locale.ROOT);
        return country == null || compact.isEmpty()
                ? unread(value)
                : new Normal(country.toUpperCase(Locale.ROOT) + ":" + compact, true);
    }
}
