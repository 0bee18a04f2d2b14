package io.credithub.demo.model;

/// A made-up school.
///
/// @param code its county's code and four digits
public record SimulatedSchool(String code, String name, Division division) {
    private static final String[] KINDS = {
        "第%d小学",
        "第%d中学",
        "实验小学%d校区",
        "第%d幼儿园",
        "乡镇中心校%d部",
        "第%d小学",
        "高级中学%d部",
        "职业技术学校%d部",
        "博雅民办学校%d部",
        "特殊教育学校%d部"
    };
    private static final int SERIAL_FLOOR = 10_000;

    /// @param serial within the county, from 0
    public static SimulatedSchool of(Division division, int serial) {
        String kind = KINDS[serial % KINDS.length];
        String name = kind.replace("%d", Integer.toString(serial / KINDS.length + 1));
        String tail = Integer.toString(SERIAL_FLOOR + serial + 1).substring(1);
        return new SimulatedSchool(division.code() + tail, division.name() + name, division);
    }
}
