package io.credithub.demo.model;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The catalogue of programmes: for each offer, school year and place a few, shared by those who
/// attend. A teacher never meets two of one name.
final class ProgrammeCatalogue {
    private static final String[] SUBJECTS = {
        "语文", "数学", "英语", "物理", "化学", "道德与法治", "历史", "地理", "生物学", "体育与健康", "音乐", "美术", "STEM 教育",
        "AI 助教"
    };
    private static final String[] TOPICS = {
        "班主任能力提升", "新课程标准", "作业设计与命题", "学科教学", "教研组长", "家校共育", "德育骨干", "Python 编程入门"
    };
    private static final int[] FRACTIONS = {0, 0, 0, 0, 50, 25, 33};
    private static final int YEAR_DAYS = 365;

    private final long seed;
    private final String mark;
    private final String codeMark;

    ProgrammeCatalogue(ProvinceSettings settings) {
        seed = settings.seed();
        mark = settings.mark();
        codeMark = settings.codeMark();
    }

    /// Who offers a programme.
    ///
    /// @param name before the names of what is local; empty for province and nation
    /// @param code of city or county, else empty
    record Place(String name, String code) {
        static final Place ANYWHERE = new Place("", "");

        static Place city(Division division) {
            return new Place(division.cityName(), division.cityCode());
        }

        /// Names like 城区 are those of several counties.
        static Place county(Division division) {
            boolean isShort = division.name().length() == 2;
            String name = isShort ? division.cityName() + division.name() : division.name();
            return new Place(name, division.code());
        }
    }

    /// @param slot which of the offer's programmes in that year and place, from 0
    Programme programme(CourseOffer offer, int year, Place place, int slot) {
        long where =
                place.name.hashCode() * 1_000_003L + offer.number() * 10_007L + year * 101L + slot;
        SeededRandom dice = SeededRandom.at(seed ^ 0x50524f47L, where);
        Theme theme = theme(dice, offer);
        int hundredths = hundredths(dice, offer);
        LocalDate completedOn = day(dice, offer, year);
        String subject = dice.oneOf(theme == Theme.NONE ? SUBJECTS : new String[] {theme.zh});
        String name = name(offer, dice, year).apply(new OfferWords(place.name, subject, slot + 1));
        boolean blended = offer.form() == Form.BLENDED;
        return new Programme(
                name + mark,
                code(offer, year, place, slot, dice),
                null,
                null,
                offer.level(),
                offer.form(),
                hundredths,
                blended ? hundredths / 1000 / 2 * 1000 : 0,
                completedOn.minusDays(Math.min(1 + hundredths / 800, 60)),
                completedOn,
                theme.codes,
                offer == CourseOffer.SELF_DIRECTED ? anyResult(dice) : null);
    }

    private @Nullable String code(
            CourseOffer offer, int year, Place place, int slot, SeededRandom dice) {
        if (offer.level() == Level.SCHOOL || offer.form() == Form.SELF_DIRECTED) return null;
        if (dice.perMille(150)) return null;
        String where = place.code.isEmpty() ? "" : place.code + "-";
        return offer.name().charAt(0)
                + "P-"
                + year
                + "-"
                + where
                + (1000 * offer.number() + slot)
                + codeMark;
    }

    /// Whole hours at national and provincial level; halves, quarters and thirds below.
    private static int hundredths(SeededRandom dice, CourseOffer offer) {
        int whole = 100 * offer.hours(dice);
        boolean parts = offer.level() == Level.COUNTY || offer.level() == Level.SCHOOL;
        return whole == 0 || !parts ? whole : whole + FRACTIONS[dice.below(FRACTIONS.length)];
    }

    /// The first and the last day of a school year more often than others.
    private static LocalDate day(SeededRandom dice, CourseOffer offer, int year) {
        if (offer == CourseOffer.SCHOOL_AUTUMN)
            return SimulatedYears.start(year).plusDays(dice.below(120));
        if (offer == CourseOffer.SCHOOL_SPRING)
            return SimulatedYears.start(year).plusDays(170L + dice.below(190));
        int thrown = dice.below(1000);
        if (thrown < 12) return SimulatedYears.start(year);
        if (thrown < 24) return SimulatedYears.start(year + 1).minusDays(1);
        return SimulatedYears.start(year).plusDays(dice.below(YEAR_DAYS));
    }

    /// None that somebody must decide: that is the county's, and no feed's.
    private static Result anyResult(SeededRandom dice) {
        Result[] results = Result.values();
        Result result = results[dice.below(results.length)];
        return result.isDecided() ? Result.PAPER_CITY : result;
    }

    private static Theme theme(SeededRandom dice, CourseOffer offer) {
        if (offer.form() == Form.SELF_DIRECTED) return Theme.NONE;
        int thrown = dice.below(1000);
        return thrown < 90
                ? Theme.ETHICS
                : thrown < 180 ? Theme.ICT : thrown < 195 ? Theme.BOTH : Theme.NONE;
    }

    private static Function<OfferWords, String> name(
            CourseOffer offer, SeededRandom dice, int year) {
        String topic = dice.oneOf(TOPICS);
        return switch (offer) {
            case NATIONAL_CENTRALISED ->
                    w -> "国培计划(" + year + ")乡村骨干教师培训(" + w.subject + ")第" + w.serial + "期";
            case NATIONAL_ONLINE ->
                    w -> "国培计划(" + year + ")网络研修:" + w.subject + " 第" + w.serial + "期";
            case NATIONAL_BLENDED ->
                    w -> "国培计划(" + year + ")混合式研修:" + w.subject + " 第" + w.serial + "期";
            case PROVINCE_CENTRALISED ->
                    w -> "省级骨干教师培训(" + w.subject + ",第" + w.serial + "期," + year + ")";
            case PROVINCE_ONLINE -> w -> "省级" + w.subject + "远程培训" + year + "第" + w.serial + "期";
            case PROVINCE_BLENDED -> w -> "省级\"双师\"混合研修" + year + ":" + w.subject + w.serial;
            case CITY_CENTRALISED ->
                    w -> w.place + w.subject + topic + "培训班(" + year + " 第" + w.serial + "期)";
            case COUNTY_CENTRALISED ->
                    w -> w.place + "教师暑期集中培训(" + year + "):" + w.subject + " " + w.serial;
            case COUNTY_SECOND ->
                    w -> w.place + w.subject + topic + "专题培训(" + year + "-" + w.serial + ")";
            case SCHOOL_AUTUMN -> w -> "校本研修 " + year + " 秋:" + topic + w.serial;
            case SCHOOL_SPRING -> w -> "校本研修 " + (year + 1) + " 春:" + topic + w.serial;
            case SCHOOL_ONLINE -> w -> "校本网络研修 " + year + ":" + topic + w.serial;
            case SELF_DIRECTED -> w -> "自主研修成果 " + year + "-" + w.serial;
        };
    }

    private record OfferWords(String place, String subject, int serial) {}

    private enum Theme {
        NONE("", List.of()),
        ETHICS("师德师风", List.of("ETHICS")),
        ICT("信息技术应用能力提升工程2.0", List.of("ICT")),
        BOTH("数字化师德建设", List.of("ETHICS", "ICT"));

        private final String zh;
        private final List<String> codes;

        Theme(String zh, List<String> codes) {
            this.zh = zh;
            this.codes = codes;
        }
    }
}
