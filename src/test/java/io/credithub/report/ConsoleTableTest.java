package io.credithub.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.report.Table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConsoleTableTest {
    @Test
    void columnsStandUnderOneAnotherWithChineseInThem() {
        Table table =
                new Table(
                        List.of(Column.text("数据源", "feed"), Column.number("学分", "credits")),
                        List.of(List.of("国家平台", "16.00"), List.of("vendor", "-2.70")));
        assertThat(ConsoleTable.of(table))
                .isEqualTo(
                        """
                        数据源       学分
                        feed      credits
                        -----------------
                        国家平台    16.00
                        vendor      -2.70
                        """);
    }

    @Test
    void aTableThatIsTooWideStandsInPartsBelowOneAnother() {
        Table table =
                new Table(
                        List.of(
                                Column.text("数据源", "feed"),
                                Column.number("收到", "received"),
                                Column.number("学分", "credits"),
                                Column.number("人次", "persons")),
                        List.of(List.of("国家平台", "1974", "16.00", "812")));
        assertThat(ConsoleTable.of(table, 28))
                .isEqualTo(
                        """
                        数据源        收到     学分
                        feed      received  credits
                        ---------------------------
                        国家平台      1974    16.00

                        数据源       人次
                        feed      persons
                        -----------------
                        国家平台      812
                        """);
        assertThat(ConsoleTable.of(table, 36)).isEqualTo(ConsoleTable.of(table));
        assertThat(ConsoleTable.of(table, 1).lines()).hasSize(14);
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "学分, 4", "王䶮, 4", "𠮷野, 4", "买买提·艾, 9", "(一), 4"})
    void aChineseCharacterIsTwoColumnsWide(String text, int columns) {
        assertThat(ConsoleTable.width(text)).isEqualTo(columns);
    }
}
