package io.credithub.demo.model;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;

/// The kinds of training that a school year offers, with how many teachers in a thousand attend one
/// and how many hours they take (in steps, as 12, 48, 6: from 12 to 48 by 6).
enum CourseOffer {
    NATIONAL_CENTRALISED(0, Level.NATIONAL, Form.CENTRALISED, 80, "24,80,8"),
    NATIONAL_ONLINE(1, Level.NATIONAL, Form.ONLINE, 440, "10,60,5"),
    NATIONAL_BLENDED(2, Level.NATIONAL, Form.BLENDED, 40, "40,80,10"),
    PROVINCE_CENTRALISED(3, Level.PROVINCE, Form.CENTRALISED, 250, "24,72,6"),
    PROVINCE_ONLINE(4, Level.PROVINCE, Form.ONLINE, 300, "8,40,4"),
    PROVINCE_BLENDED(5, Level.PROVINCE, Form.BLENDED, 40, "30,60,10"),
    CITY_CENTRALISED(6, Level.CITY, Form.CENTRALISED, 360, "12,48,6"),
    COUNTY_CENTRALISED(7, Level.COUNTY, Form.CENTRALISED, 530, "6,40,1"),
    COUNTY_SECOND(8, Level.COUNTY, Form.CENTRALISED, 160, "4,20,1"),
    SCHOOL_AUTUMN(9, Level.SCHOOL, Form.SCHOOL_BASED, 480, "3,16,1"),
    SCHOOL_SPRING(10, Level.SCHOOL, Form.SCHOOL_BASED, 440, "3,16,1"),
    SCHOOL_ONLINE(11, Level.SCHOOL, Form.ONLINE, 60, "2,10,1"),
    SELF_DIRECTED(12, Level.COUNTY, Form.SELF_DIRECTED, 110, "0,0,1");

    private final int number;
    private final Level level;
    private final Form form;
    private final int perMille;
    private final String hours;

    CourseOffer(int number, Level level, Form form, int perMille, String hours) {
        this.number = number;
        this.level = level;
        this.form = form;
        this.perMille = perMille;
        this.hours = hours;
    }

    /// Its own for ever: what is in the catalogue depends on it.
    int number() {
        return number;
    }

    Level level() {
        return level;
    }

    Form form() {
        return form;
    }

    int perMille() {
        return perMille;
    }

    /// Whole hours within the steps.
    int hours(SeededRandom dice) {
        String[] steps = hours.split(",", -1);
        int low = Integer.parseInt(steps[0]);
        int step = Integer.parseInt(steps[2]);
        return low + step * dice.below((Integer.parseInt(steps[1]) - low) / step + 1);
    }
}
