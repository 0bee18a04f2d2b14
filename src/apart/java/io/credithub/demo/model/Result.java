package io.credithub.demo.model;

import org.jspecify.annotations.Nullable;

/// Results of a teacher's own work, with the values that the hub's illustrative policy gives them:
/// set down a second time here, so that the answer key is a second opinion.
public enum Result {
    PAPER_PROVINCE("PAPER", "PROVINCE", null, 500),
    PAPER_CITY("PAPER", "CITY", null, 300),
    AWARD_CITY("AWARD", "CITY", null, 400),
    AWARD_COUNTY("AWARD", "COUNTY", null, 200),
    HONOUR_CITY("HONOUR", "CITY", null, 400),
    /// 2.5 times 10 000 characters, at 4 credits.
    BOOK("BOOK", null, "2.5", 1000),
    /// The county decides each one.
    LECTURE("LECTURE", null, null, 0);

    private final String category;
    private final @Nullable String rank;
    private final @Nullable String quantity;
    private final int hundredths;

    Result(String category, @Nullable String rank, @Nullable String quantity, int hundredths) {
        this.category = category;
        this.rank = rank;
        this.quantity = quantity;
        this.hundredths = hundredths;
    }

    public String category() {
        return category;
    }

    public String rank() {
        return rank == null ? "" : rank;
    }

    public String quantity() {
        return quantity == null ? "" : quantity;
    }

    /// Credits in hundredths.
    ///
    /// @param decided what the county decided, where it does
    int worth(int decided) {
        return isDecided() ? decided : hundredths;
    }

    public boolean isDecided() {
        return hundredths == 0;
    }
}
