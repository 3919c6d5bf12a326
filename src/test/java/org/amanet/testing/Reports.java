package org.amanet.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.sealing.Randomness;

/** Reports for tests, and how to send them. */
public final class Reports {
    private Reports() {}

    /** The least that is taken in, with answers in the inbox allowed. */
    public static Map<String, Object> saying(String account) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("language", "en");
        report.put("danger", "NO");
        report.put("account", account);
        report.put("consent", Map.of("C0", yes(), "C1", yes()));
        return report;
    }

    /** One that may go to the police of a country, with everything filled in that can be. */
    public static Map<String, Object> whole(String account, String relatives, String country) {
        Map<String, Object> report = saying(account);
        report.put("danger", "SOON");
        report.put("demands", List.of("DEM.INFORM", "DEM.SILENCE"));
        report.put("means", List.of("MEA.CALL", "MEA.FAM"));
        report.put("channels", List.of("CHN.WECHAT"));
        report.put("when", Map.of("kind", "ABOUT", "about", "in the spring"));
        report.put("where", country);
        report.put("routeByCountry", true);
        report.put("relatives", relatives);
        report.put("urgency", List.of("URG.FAM.DETAINED_30D"));
        report.put(
                "consent",
                Map.of(
                        "C0",
                        yes(),
                        "C1",
                        yes(),
                        "C4",
                        Map.of("granted", true, "country", country, "identity", "PSEUDONYM")));
        return report;
    }

    private static Map<String, Object> yes() {
        return Map.of("granted", true);
    }

    /** A key that nobody guesses. */
    public static String key() {
        return Randomness.token(16);
    }

    /** Sends it under this key. */
    public static Answer submit(Http http, Map<String, Object> report, String key) {
        return http.post("/api/v1/reports", report, "Idempotency-Key", key);
    }

    /** Sends it and gives the answer with its receipt. */
    public static Answer submitted(Http http, Map<String, Object> report) {
        return submit(http, report, key()).require(201);
    }

    /** The inbox under a receipt. */
    public static Answer inbox(Http http, String receipt) {
        return http.post("/api/v1/inbox", Map.of("receipt", receipt));
    }
}
