package org.amanet.exports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which reports an export holds. */
@Entity
@Table(name = "export_report")
@IdClass(ExportReport.Key.class)
class ExportReport extends PanacheEntityBase {
    @Id public UUID export;
    @Id public UUID report;

    record Key(UUID export, UUID report) implements Serializable {}

    static void add(UUID export, UUID report) {
        ExportReport row = new ExportReport();
        row.export = export;
        row.report = report;
        row.persist();
    }

    static List<UUID> reportsOf(UUID export) {
        List<ExportReport> rows = list("export = ?1 order by report", export);
        return rows.stream().map(row -> row.report).toList();
    }

    /** How many each of these exports holds. */
    static Map<UUID, Long> counted(List<UUID> exports) {
        return find(
                        "select x.export, count(*) from ExportReport x where x.export in ?1"
                                + " group by x.export",
                        exports)
                .project(Counted.class)
                .stream()
                .collect(Collectors.toMap(Counted::export, Counted::reports));
    }

    record Counted(UUID export, long reports) {}

    static List<UUID> exportsOf(UUID report) {
        List<ExportReport> rows = list("report", report);
        return rows.stream().map(row -> row.export).toList();
    }
}
