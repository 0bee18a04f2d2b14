package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.access.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a school sends, on its way to canonical records, one for each participant. Only what those
/// do not have is checked here; the rest is checked as every record is.
final class ClaimBody {
    private static final Set<String> NAMES =
            Set.of(
                    "claimRef",
                    "schoolCode",
                    "category",
                    "title",
                    "level",
                    "rank",
                    "quantity",
                    "completedOn",
                    "participants",
                    "evidence");
    private static final Set<String> PARTICIPANT_NAMES = Set.of("teacherNo", "role");
    private static final Set<String> COMMON = Set.of("level", "completedOn");
    private static final Set<String> ACTIVITY = Set.of("category", "rank", "quantity");
    private static final int PARTICIPANTS_MAX = 20;
    private static final int PAPERS_MAX = 40;
    private static final int REF_LENGTH_MAX = 64;
    private static final int TITLE_LENGTH_MAX = 300;

    private final JsonNode body;
    private final List<Finding> findings = new ArrayList<>();

    ClaimBody(JsonNode body) {
        this.body = body;
        if (!body.isObject()) {
            find(FindingCode.WRONG_TYPE, "");
            return;
        }
        refuseOthers(body, "", NAMES);
        text(body, "claimRef", "", REF_LENGTH_MAX);
        text(body, "schoolCode", "", Permission.SchoolPermission.CODE_LENGTH_MAX);
        people();
        papers();
    }

    /// What is wrong with its shape. If anything is, nothing else here may be asked.
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Nullable String schoolCode() {
        return body.path("schoolCode").textValue();
    }

    @Nullable String ref() {
        return body.path("claimRef").textValue();
    }

    int participants() {
        return body.path("participants").size();
    }

    /// @param n from 0
    String teacherNo(int n) {
        return body.path("participants").path(n).path("teacherNo").asText();
    }

    ClaimText normal() {
        return ClaimText.of(body);
    }

    /// The canonical record of a participant.
    ///
    /// @param n from 0
    /// @param name by the roster
    /// @param decided absent: nobody has decided
    ObjectNode canonical(int n, String name, @Nullable JsonNode decided) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("recordId", "claim").put("form", "SELF_DIRECTED");
        record.putObject("teacher").put("teacherNo", teacherNo(n)).put("name", name);
        ObjectNode program = record.putObject("program");
        if (body.has("title")) program.set("name", body.get("title"));
        for (String field : COMMON) if (body.has(field)) record.set(field, body.get(field));
        ObjectNode activity = record.putObject("activity");
        for (String field : ACTIVITY) if (body.has(field)) activity.set(field, body.get(field));
        JsonNode role = body.path("participants").path(n).get("role");
        if (role != null) activity.set("role", role);
        if (decided != null) activity.set("decidedCredits", decided);
        ArrayNode papers = record.putArray("evidence");
        for (JsonNode paper : body.path("evidence")) {
            JsonNode bare = paper.deepCopy();
            if (bare instanceof ObjectNode object) object.remove(List.of("sha256", "title"));
            papers.add(bare);
        }
        return record;
    }

    /// A finding about a canonical record, as one about the claim.
    ///
    /// @param n the participant, from 0
    static Finding about(Finding finding, int n) {
        String field = finding.field();
        String place =
                switch (field) {
                    case "/teacher/teacherNo" -> "/participants/" + n + "/teacherNo";
                    case "/activity/role" -> "/participants/" + n + "/role";
                    case "/program/name" -> "/title";
                    default ->
                            field.startsWith("/activity/")
                                    ? field.substring("/activity".length())
                                    : field;
                };
        return new Finding(finding.code(), place, finding.value());
    }

    private void people() {
        JsonNode people = body.get("participants");
        if (!isList(people, "participants", PARTICIPANTS_MAX)) return;
        List<String> seen = new ArrayList<>();
        for (int n = 0; n < participants(); n++) {
            JsonNode one = people.get(n);
            String place = "/participants/" + n;
            if (!one.isObject()) {
                find(FindingCode.WRONG_TYPE, place);
                continue;
            }
            refuseOthers(one, place, PARTICIPANT_NAMES);
            JsonNode teacherNo = one.get("teacherNo");
            if (teacherNo == null) find(FindingCode.MISSING_FIELD, place + "/teacherNo");
            else if (!teacherNo.isTextual()) find(FindingCode.WRONG_TYPE, place + "/teacherNo");
            else if (seen.contains(teacherNo.textValue())) {
                find(FindingCode.REPEATED_TEACHER, place + "/teacherNo");
            } else seen.add(teacherNo.textValue());
        }
    }

    /// What the contract does not have of a paper: its title, and what proves that it is the one.
    private void papers() {
        JsonNode papers = body.get("evidence");
        if (!isList(papers, "evidence", PAPERS_MAX)) return;
        for (int i = 0; i < papers.size(); i++) {
            JsonNode paper = papers.get(i);
            String place = "/evidence/" + i;
            if (!paper.isObject()) continue;
            text(paper, "title", place, TITLE_LENGTH_MAX);
            JsonNode sha256 = paper.get("sha256");
            if (sha256 != null && !isDigest(sha256)) {
                find(FindingCode.WRONG_TYPE, place + "/sha256");
            }
        }
    }

    private static boolean isDigest(JsonNode sha256) {
        return sha256.isTextual() && sha256.textValue().matches("[0-9A-Fa-f]{64}");
    }

    private boolean isList(@Nullable JsonNode list, String name, int most) {
        if (list == null) find(FindingCode.MISSING_FIELD, "/" + name);
        else if (!list.isArray()) find(FindingCode.WRONG_TYPE, "/" + name);
        else if (list.isEmpty() || list.size() > most) {
            String size = String.valueOf(list.size());
            findings.add(new Finding(FindingCode.OUT_OF_RANGE, "/" + name, size));
        } else return true;
        return false;
    }

    private void text(JsonNode object, String name, String place, int most) {
        JsonNode node = object.get(name);
        if (node == null) return;
        String text = node.textValue();
        String field = place + "/" + name;
        if (text == null || text.isBlank()) find(FindingCode.WRONG_TYPE, field);
        else if (text.length() > most) find(FindingCode.TOO_LONG, field);
        else if (text.chars().anyMatch(Character::isISOControl)) {
            find(FindingCode.BAD_CHARACTER, field);
        }
    }

    private void refuseOthers(JsonNode object, String place, Set<String> names) {
        object.fieldNames()
                .forEachRemaining(name -> {
                    if (names.contains(name)) return;
                    String escaped = name.replace("~", "~0").replace("/", "~1");
                    find(FindingCode.UNKNOWN_FIELD, place + "/" + escaped);
                });
    }

    private void find(FindingCode code, String field) {
        findings.add(new Finding(code, field, null));
    }
}
