package io.credithub.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportSection;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class JsonReadBack implements ReadBack {
    @Override
    public List<ReadSection> read(byte[] file, List<ReportSection> sections) throws IOException {
        JsonNode written = new ObjectMapper().readTree(file).get("sections");
        List<ReadSection> read = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            JsonNode section = written.get(i);
            Map<String, Long> totals = new LinkedHashMap<>();
            for (ReportColumn column : sections.get(i).table().columns()) {
                JsonNode total = section.get("totals").get(column.key());
                if (total == null) continue;
                BigDecimal amount = new BigDecimal(total.asText());
                totals.put(column.key(), ReadBack.amount(column.type(), amount));
            }
            read.add(new ReadSection(section.get("count").asLong(), totals));
        }
        return read;
    }
}
