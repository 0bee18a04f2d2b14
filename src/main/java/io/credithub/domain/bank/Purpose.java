package io.credithub.domain.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Text;

/// What credits are used for (支取、应用).
@Article({"四(五)", "五(三)"})
public enum Purpose {
    TITLE("职称评审", "assessment of a professional title"),
    APPOINTMENT("岗位聘任", "appointment to a post"),
    REGISTRATION("教师资格定期注册", "regular registration as a teacher"),
    AWARD("评优评先", "an award"),
    OTHER("其他", "another use");

    private final Text title;

    Purpose(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
