package io.credithub.demo;

import io.credithub.demo.model.ProvinceSettings;

/// Says in two languages what is in the folder of a written province.
final class ProvinceReadme {
    static final String TITLE = "虚构的省 · A synthetic province";

    private static final String CONTENTS =
            """
            除行政区划外,一切均为虚构:学校、教师、证件号码、培训。
            Everything but the divisions is made up: schools, teachers, ID numbers, trainings. A number that
            passes the check of GB 11643 may by chance be somebody's; nothing here says anything about them.

            roster.csv               先到的名册 the teachers known from the start
            roster-late.csv          后到的名册 known after the feeds: their records wait
            national/                全国教师研修平台 what the simulated server pages through (NDJSON)
            province-drop/           省教师培训管理平台 GB18030 CSV, manifest, done-file
            vendor/                  培训机构推送 canonical NDJSON, at most 5000 records a batch
            vendor-later/            学年审定之后才推送的 pushed once school years have been decided
            agency/                  受限机构推送 the same of an agency that may report little
            answer-key.csv           每位教师应得学分 expected credits of every teacher, cycle 2022
            answer-key-feeds.csv     每个来源的应有条数 expected counts of every feed
            answer-key-findings.csv  应被退回的条数 expected refusals by finding
            programmes.csv           项目库 the programme register, as its API takes it
            answer-key-cases.csv     所造的情形 what is planted, case by case
            answer-key-breaks.csv    应有的差异 the breaks that must be found, record by record
            answer-key-differing.txt 申报与收到必不一致的文件 exports that declare what nobody can receive
            divisions.csv            山西省行政区划 the divisions of Shanxi

            *-again.* 与前一文件逐字节相同,应识别为重复投递。
            Files named *-again.* repeat another byte for byte: they are the same delivery, and the counts
            leave them out.

            answer-key.csv: total 为入账学分(未封顶);recognised 自转正或调入的学年起计,自主研修封顶 20 学分。
            total is as posted, before any cap; recognised counts from the year of confirmation or transfer
            (unregistered_years of the five are left out), with at most 20 credits of self-directed results.
            answer-key-feeds.csv: delivered = rejected + duplicate + versions.
            """;

    private ProvinceReadme() {}

    static String text(ProvinceSettings settings, long delivered) {
        return """
        虚构的省 · A synthetic province
        ==============================

        教师 teachers: %d
        来源记录 records delivered by the three feeds: %d
        种子 seed: %d
        今天 today: %s

        """
                        .formatted(
                                settings.teachers(),
                                delivered,
                                settings.seed(),
                                settings.today().toString())
                + CONTENTS;
    }
}
