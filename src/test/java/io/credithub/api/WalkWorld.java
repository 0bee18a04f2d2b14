package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.with;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A county with one school and one teacher, and something of every kind that the hub keeps about
/// them; and everybody who may ask for it.
final class WalkWorld {
    /// No other test has anybody there: its code in an answer to somebody else is a leak.
    static final String COUNTY = "149981";

    static final String FEED = "vendor-push";

    private static final Random RANDOM = new Random();

    private final ApiKeys keys;
    private final String county;
    private final RosterTeacher teacher;
    private final String school = "S-walk-%08x".formatted(RANDOM.nextInt());
    private final Map<String, String> ids = new HashMap<>();
    private final Map<WalkTable.Who, List<Supplier<RequestSpecification>>> callers;

    WalkWorld(ApiKeys keys) {
        this(keys, COUNTY);
    }

    WalkWorld(ApiKeys keys, String county) {
        this.keys = keys;
        this.county = county;
        this.teacher = RosterTeacher.draw(RANDOM, county);
        this.callers = new WalkCallers(keys, county, school).all();
        enrol();
        deliver();
        adjust();
        claim();
        bank();
        persons();
        recompute();
        expect();
        reconcile();
        ids.putAll(WalkReport.plantAll(keys, in(county)));
    }

    /// What tells that an answer is about the planted. Hashes may hold six digits by chance.
    Pattern traces() {
        return Pattern.compile(
                "(?<![0-9a-f])%s(?![0-9a-f])|%s|%s".formatted(county, teacher.teacherNo(), school));
    }

    private String csv() {
        return teacher.csv().replace("S-1,", school + ",");
    }

    private void enrol() {
        operator(keys)
                .contentType("text/csv")
                .body(csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    /// One record that is posted, one that is refused: its finding names the teacher's record; and
    /// one that is held.
    private void deliver() {
        String no = teacher.teacherNo();
        String body =
                Answers.record(no, no + "-a", 40)
                                .replace("\"grade\"", "\"sourceCredits\":13.33,\"grade\"")
                        + Answers.record(no, no + "-b", 40).replace("2023-05-01", "2023-02-30")
                        + Answers.record(no, no + "-h", 900);
        Response receipt = push(body);
        receipt.then().statusCode(202);
        String path = receipt.header("Location");
        Answers.settled(operator(keys), path);
        ids.put("/deliveries/{id}", path.substring(path.lastIndexOf('/') + 1));
        JsonPath statement =
                operator(keys).get("/api/v1/teachers/" + no + "/statement?cycle=2022").jsonPath();
        ids.put("/awards/{id}", statement.getString("entries[0].seq"));
        JsonPath held = operator(keys).get("/api/v1/holds?teacher=" + no).jsonPath();
        ids.put("/holds/{id}", held.getString("items[0].id"));
    }

    /// Waits for a second person: it takes away all that the first record earns.
    private void adjust() {
        JsonPath made =
                own(
                        new Permission.Registrar(in(county)),
                        "/adjustments",
                        adjustment("/adjustments"));
        ids.put("/adjustments/{id}", made.getString("id"));
    }

    /// A break names its record itself.
    private String adjustment(String path) {
        String record =
                path.equals("/adjustments")
                        ? "\"feed\":\"%s\",\"recordId\":\"%s-a\","
                                .formatted(FEED, teacher.teacherNo())
                        : "";
        return "{%s\"credits\":0,\"reason\":\"walk\",\"evidence\":\"walk\"}".formatted(record);
    }

    private Response push(String body) {
        return with(keys, new Permission.FeedPermission(FEED))
                .contentType("application/x-ndjson")
                .body(body.getBytes(UTF_8))
                .post("/api/v1/feeds/" + FEED + "/deliveries");
    }

    private void claim() {
        JsonPath made =
                own(new Permission.SchoolPermission(school, in(county)), "/recognitions", paper());
        ids.put("/recognitions/{number}", made.getString("number"));
    }

    private String paper() {
        return """
        {"category":"PAPER","title":"作业设计 %s","level":"PROVINCE","rank":"PROVINCE",
         "claimRef":"%s","completedOn":"2023-05-01","participants":[{"teacherNo":"%s"}],
         "evidence":[{"kind":"FILE","reference":"期刊 2023-05","title":"封面与正文","sha256":"%s"}]}
        """
                .formatted(school, school, teacher.teacherNo(), "0a".repeat(32));
    }

    private void bank() {
        String path = "/teachers/" + teacher.teacherNo();
        Permission registrar = new Permission.Registrar(in(county));
        ids.put(
                "/exemptions/{id}",
                own(registrar, path + "/exemptions", exemption(2024)).getString("id"));
        String certificate = "{\"cycle\":2022,\"purpose\":\"TITLE\"}";
        ids.put(
                "/certificates/{number}",
                own(registrar, path + "/certificates", certificate).getString("number"));
    }

    /// A row about somebody else under the teacher's document, and a proposal.
    private void persons() {
        String doubtful =
                csv().replace(teacher.teacherNo(), teacher.teacherNo() + "x").replace("王䶮", "李四");
        operator(keys)
                .contentType("text/csv")
                .body(doubtful.getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        String path = "/teachers/" + teacher.teacherNo() + "/renumber";
        JsonPath made = own(new Permission.Registrar(in(county)), path, renumbering());
        ids.put("/proposals/{id}", made.getString("id"));
    }

    private String renumbering() {
        return "{\"newNumber\":\"%s-n\",\"reason\":\"walk\"}".formatted(teacher.teacherNo());
    }

    private String parting() {
        return """
        {"newNumber":"%s-p","name":"李四","birthDate":"1980-01-01","reason":"walk",
         "records":[{"feed":"vendor-push","recordId":"%s-a"}]}
        """
                .formatted(teacher.teacherNo(), teacher.teacherNo());
    }

    private static String exemption(int year) {
        return "{\"kind\":\"MATERNITY\",\"schoolYear\":%d,\"evidence\":\"产假\"}".formatted(year);
    }

    private void recompute() {
        JsonPath asked =
                own(
                        new Permission.Operator(),
                        "/recomputations",
                        "{\"policy\":\"wuhan-jianghan\"}");
        String path = "/api/v1/recomputations/" + asked.getInt("id");
        Eventually.until(
                "told",
                () -> operator(keys).get(path).jsonPath().getString("state").equals("TOLD"));
        ids.put("/recomputations/{id}", asked.getString("id"));
        ids.put("/matchings/{number}", "0");
        ids.put("/verify/{number}", "2026-222222222A");
        ids.put("/programmes/{code}", "NP-WALK");
        ids.put("/aliases/{alias}", "walk");
    }

    /// A break: the source says another figure of the record than ours.
    private void reconcile() {
        JsonPath asked =
                own(
                        new Permission.Registrar(in(county)),
                        "/reconciliation/runs",
                        "{\"schoolYear\":2022}");
        String path = "/api/v1/reconciliation";
        String run = asked.getString("id");
        Eventually.until(
                "reconciled",
                () ->
                        operator(keys)
                                .get(path + "/runs/" + run)
                                .jsonPath()
                                .getString("state")
                                .equals("DONE"));
        ids.put("/runs/{id}", run);
        JsonPath breaks =
                operator(keys).get(path + "/breaks?teacherNo=" + teacher.teacherNo()).jsonPath();
        ids.put("/breaks/{identity}", breaks.getString("items[0].identity"));
    }

    /// Who should have come, and has not.
    private void expect() {
        Response taken =
                with(keys, new Permission.Registrar(in(county)))
                        .contentType("text/csv")
                        .queryParam("name", "研修 " + school)
                        .queryParam("startsOn", "2023-04-01")
                        .queryParam("endsOn", "2023-05-31")
                        .body(enrolled().getBytes(UTF_8))
                        .post("/api/v1/expectations/enrolments");
        ids.put("/expectations/{id}", taken.jsonPath().getString("list"));
    }

    private String enrolled() {
        return "teacher_no,name\n%s,王䶮\n".formatted(teacher.teacherNo());
    }

    private JsonPath own(Permission grant, String path, String body) {
        Response answer =
                with(keys, grant).contentType("application/json").body(body).post("/api/v1" + path);
        if (answer.statusCode() >= 300) throw new AssertionError(path + ": " + answer.asString());
        return answer.jsonPath();
    }

    /// One for each key that this one may have.
    List<Supplier<RequestSpecification>> callers(WalkTable.Who who) {
        return callers.getOrDefault(who, List.of());
    }

    static Jurisdiction in(String code) {
        return new Jurisdiction(code);
    }

    /// The path of an operation with what is planted in place of its parameters.
    String path(String template) {
        String path = template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            String head = id.getKey().substring(0, id.getKey().indexOf('{'));
            path = path.replace(id.getKey(), head + id.getValue());
        }
        return path.replace("{teacherNo}", teacher.teacherNo())
                .replace("{year}", "2022")
                .replace("{feed}", FEED)
                .replace("{no}", "0")
                .replace("{month}", "2023-05")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /// A right body for an operation; `{}` where nothing else is said.
    Body body(String operation) {
        String path = operation.substring(operation.indexOf("/api/v1") + "/api/v1".length());
        return switch (path) {
            case "/roster" -> new Body("text/csv", csv());
            case "/programmes/imports" -> new Body("text/csv", "code,name\nNP-WALK,walked\n");
            case "/programmes/{code}/aliases" -> json("{\"alias\":\"walk\",\"reason\":\"walk\"}");
            case "/programmes/{code}/join" -> json("{\"into\":\"none\",\"reason\":\"walk\"}");
            case "/programmes/{code}/part", "/programmes/{code}/withdrawal" ->
                    json("{\"reason\":\"walk\"}");
            case "/reconciliation/breaks/{identity}/actions" ->
                    json("{\"action\":\"COMMENT\",\"reason\":\"walk\"}");
            case "/reconciliation/breaks/actions" ->
                    json(
                            "{\"filter\":{\"code\":\"LOAN\"},\"action\":\"COMMENT\","
                                    + "\"reason\":\"walk\"}");
            case "/reconciliation/breaks/{identity}/adjustment", "/adjustments" ->
                    json(adjustment(path));
            case "/reports", "/sign-offs", "/subscriptions", "/subscriptions/{id}" ->
                    json(WalkReport.body(path, county));
            case "/expectations/enrolments" -> new Body("text/csv", enrolled());
            case "/feeds/{feed}/deliveries" ->
                    new Body(
                            "application/x-ndjson",
                            Answers.record(teacher.teacherNo(), teacher.teacherNo() + "-c", 10));
            case "/recognitions", "/recognitions/{number}/resubmission" -> json(paper());
            case "/recognitions/{number}/decision" -> json("{\"outcome\":\"RECOGNISE\"}");
            case "/recognitions/{number}/revocation" -> json("{\"note\":\"walk\"}");
            case "/teachers/{teacherNo}/renumber" -> json(renumbering());
            case "/teachers/{teacherNo}/part" -> json(parting());
            case "/teachers/{teacherNo}/merge" -> json(merging());
            case "/holds/{id}/decision" -> json("{\"decision\":\"REFUSE\",\"reason\":\"walk\"}");
            case "/holds/decisions" ->
                    json(
                            "{\"ids\":[\"%s\"],\"decision\":\"REFUSE\",\"reason\":\"walk\"}"
                                    .formatted(ids.get("/holds/{id}")));
            case "/keys" ->
                    json("{\"role\":\"READER\",\"division\":\"140000\",\"label\":\"walk\"}");
            default -> bankBody(path);
        };
    }

    private String merging() {
        return "{\"other\":\"%sx\",\"reason\":\"walk\"}".formatted(teacher.teacherNo());
    }

    private static Body bankBody(String path) {
        return switch (path) {
            case "/adjustments/{id}/confirm",
                    "/adjustments/{id}/refuse",
                    "/adjustments/{id}/withdraw",
                    "/adjustments/{id}/revoke",
                    "/sign-offs/{id}/return" ->
                    json("{\"reason\":\"walk\"}");
            case "/teachers/{teacherNo}/exemptions" -> json(exemption(2025));
            case "/teachers/{teacherNo}/loans" -> json("{\"schoolYear\":2023}");
            case "/teachers/{teacherNo}/reservations" ->
                    json("{\"cycle\":2022,\"credits\":\"99.00\",\"purpose\":\"TITLE\"}");
            case "/teachers/{teacherNo}/certificates" ->
                    json("{\"cycle\":2022,\"purpose\":\"TITLE\"}");
            case "/teachers/{teacherNo}/certificates/{number}",
                    "/teachers/{teacherNo}/years/{year}/result",
                    "/teachers/{teacherNo}/years/{year}/result/confirmations",
                    "/deliveries/{id}/chunks/{no}/discard" ->
                    json("{\"reason\":\"walk\"}");
            default -> json("{}");
        };
    }

    private static Body json(String text) {
        return new Body("application/json", text);
    }

    /// What is sent.
    record Body(String type, String text) {}
}
