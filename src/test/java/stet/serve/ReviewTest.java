package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Cli;
import stet.json.StetSchema;
import stet.serve.http.Access;
import tools.jackson.databind.JsonNode;

/** Somebody goes through the edits of a collection and judges them. */
class ReviewTest {
  private static final String READER = "Bearer reader-token-0123456789";

  @TempDir Path home;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Served.fill(home);
    for (int story = 1; story <= 3; story++) {
      for (String hour : List.of("10", "12")) {
        Path file = home.resolve("in/s" + story + "-20260501" + hour + "0000.html");
        Files.createDirectories(file.getParent());
        Files.writeString(file, story(story, hour.equals("10") ? "Jon Harte" : "John Hart"));
      }
    }
    assertThat(Cli.run("import", "--home", home, home.resolve("in")).code()).isZero();
    served = Served.of(home, Access.OWN_MACHINE);
  }

  @AfterEach
  void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static String story(int number, String name) {
    String[] about = {"the harbour wall", "a ferry timetable", "the school roof"};
    String theme = about[number - 1];
    return """
        <!doctype html><html lang="en"><head><title>Council looks at %1$s</title>
        <link rel="canonical" href="https://courier.example/story-%2$d"></head><body><article>
        <h1>Council looks at %1$s</h1>
        <p>The fictional council of Port Alder spent its evening on %1$s, and nobody left early.</p>
        <p>Harbour master %3$s spoke for an hour about it, and the room listened to every word.</p>
        <p>A vote on %1$s is planned for the first week of the month after the next one.</p>
        </article></body></html>
        """
        .formatted(theme, number, name);
  }

  private Document page(String path) throws IOException {
    HttpResponse<String> response = served.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(response.body(), served.at(path));
  }

  /** Sends a form as a browser does, with a button pressed. */
  private HttpResponse<String> press(Element form, String name, String value) throws IOException {
    StringBuilder sent = new StringBuilder();
    for (Element field : form.select("input[type=hidden]")) {
      sent.append(field.attr("name")).append('=').append(encoded(field.val())).append('&');
    }
    String path = form.absUrl("action").substring(served.at("").length());
    return served.post(path, sent + name + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String href(Element item) {
    return item.select(".of a").attr("href");
  }

  @Test
  void aVerdictTakesAnEditOffTheQueueAndStandsOnItsPage() throws IOException {
    Document queue = page("/review?outlet=meridianwire.example");
    int before = queue.select(".edits > li").size();
    Element first = queue.select(".edits > li").first();
    HttpResponse<String> done = press(first.selectFirst(".judge"), "verdict", "softened");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("Location"))
        .hasValue("review?outlet=meridianwire.example");
    Document after = page("/review?outlet=meridianwire.example");
    assertThat(after.select(".edits > li")).hasSize(before - 1);
    assertThat(after.select(".of a").eachAttr("href")).doesNotContain(href(first));
    Document judged = page("/review?state=judged");
    assertThat(judged.select(".edits > li")).hasSize(1);
    assertThat(judged.select(".verdict").text()).isEqualTo("softened");
    assertThat(page("/" + href(first)).select(".notes .verdict").text()).isEqualTo("softened");
    assertThat(page("/review?state=judged&said=typo").select(".edits > li")).isEmpty();
  }

  @Test
  void oneVerdictIsForTheSameEditOnAllArticles() throws IOException {
    Element item = page("/review?outlet=courier.example").selectFirst(".edits > li");
    assertThat(item.select(".same li")).hasSize(2);
    assertThat(press(item.selectFirst(".judge"), "verdict", "typo").statusCode()).isEqualTo(303);
    assertThat(page("/review?outlet=courier.example").select(".edits > li")).isEmpty();
    assertThat(
            StetSchema.objects(served.get("/api/v1/annotations").body()).get(0).path("annotations"))
        .hasSize(3);
  }

  @Test
  void aNoteIsOnThePassageThatWasChosenAndCanBeTakenBack() throws IOException {
    String revision = "/" + href(page("/review?outlet=courier.example").selectFirst(".edits > li"));
    Element form = page(revision).selectFirst("#noting form");
    assertThat(form.select("#n-passage option")).hasSize(2);
    String note = "<script>alert(1)</script>\nA name.";
    HttpResponse<String> done =
        press(form, "passage", "1&important=yes&author=Ana&note=".replace("&", "\u0001"));
    assertThat(done.statusCode()).as("no number").isEqualTo(400);
    String sent =
        "token="
            + encoded(form.select("[name=token]").val())
            + "&version=2&passage=1&important=yes&author=Ana&note="
            + encoded(note);
    String at = form.absUrl("action").substring(served.at("").length());
    assertThat(served.post(at, sent).statusCode()).isEqualTo(303);
    Document with = page(revision);
    Element remark = with.selectFirst(".notes .remark");
    assertThat(remark.select("del").text() + " " + remark.select("ins").text())
        .isEqualTo("Jon Harte John Hart");
    assertThat(remark.text()).contains("important", "Ana", "<script>alert(1)</script>", "A name.");
    assertThat(page(revision.replaceAll("r2\\.html", "")).select(".notes .remark")).hasSize(1);
    HttpResponse<String> gone = press(remark.selectFirst("form"), "x", "y");
    assertThat(gone.headers().firstValue("Location")).hasValue("../r2.html#noting");
    assertThat(page(revision).select(".notes")).isEmpty();
  }

  @Test
  void aTableIsTakenAwayFilledInAndBroughtBack() throws IOException {
    String sheet = served.get("/review.csv?outlet=courier.example").body();
    assertThat(sheet.lines().count()).isEqualTo(4);
    String filled = sheet.replaceAll(",{5}(?=https)", ",name,no,checked,Ana,");
    assertThat(filled).isNotEqualTo(sheet);
    Element form = page("/notes").selectFirst("form");
    HttpResponse<String> taken = press(form, "content", filled);
    assertThat(Jsoup.parse(taken.body()).select(".lead").text()).startsWith("3 notes added");
    assertThat(page("/review?outlet=courier.example").select(".edits > li")).isEmpty();
    Document again = Jsoup.parse(press(form, "content", served.get("/notes.csv").body()).body());
    assertThat(again.select(".lead").text())
        .isEqualTo("0 notes added, 0 changed, 3 known already.");
    String web = served.get("/notes.jsonld").body();
    assertThat(Jsoup.parse(press(form, "content", web).body()).select(".lead").text())
        .isEqualTo("0 notes added, 0 changed, 3 known already.");
    assertThat(press(form, "content", "x,y\n1,2").statusCode()).isEqualTo(400);
  }

  /** What comes in later shows the new text earlier: the note stays on its revision. */
  @Test
  void aLateCaptureMovesNoNote() throws IOException {
    Element item = page("/review?outlet=courier.example").selectFirst(".edits > li");
    assertThat(press(item.selectFirst(".judge"), "verdict", "typo").statusCode()).isEqualTo(303);
    Path late = home.resolve("late/s1-20260501110000.html");
    Files.createDirectories(late.getParent());
    Files.writeString(late, story(1, "John Hart"));
    assertThat(Cli.run("import", "--home", home, late).code()).isZero();
    Document judged = page("/review?state=judged");
    assertThat(judged.select(".edits > li")).hasSize(3);
    assertThat(page("/review?outlet=courier.example").select(".edits > li")).isEmpty();
    for (JsonNode annotation :
        StetSchema.objects(served.get("/api/v1/annotations").body()).get(0).path("annotations")) {
      assertThat(annotation.path("version").asInt()).isEqualTo(2);
    }
  }

  @Test
  void readersReadAndWhoSeesOnlyWhatIsPublishedDoesNot() throws IOException {
    Element item = page("/review").selectFirst(".edits > li");
    press(item.selectFirst(".judge"), "verdict", "softened");
    List<String> keys = List.of("reader " + READER.substring(7), "editor editor-token-0123456789");
    try (Served open = Served.of(home, Access.of(keys, true))) {
      String revision = "/" + href(item);
      assertThat(open.get(revision).body()).doesNotContain("softened", "noting");
      for (String path :
          List.of(
              "/review",
              "/review.csv",
              "/review.json",
              "/notes",
              "/notes.csv",
              "/notes.jsonld",
              "/api/v1/annotations")) {
        assertThat(open.get(path).statusCode()).as(path).isIn(401, 403);
        assertThat(open.get(path, "Authorization", READER).statusCode()).as(path).isEqualTo(200);
      }
      Document read = Jsoup.parse(open.get(revision, "Authorization", READER).body());
      assertThat(read.select(".notes .verdict").text()).isEqualTo("softened");
      assertThat(read.select("form.judge, #noting, .notes form")).isEmpty();
      for (String path :
          List.of("/review", "/notes", revision.replaceAll("r[0-9]+\\.html$", "notes"))) {
        assertThat(open.post(path, "verdict=x", "Authorization", READER).statusCode())
            .as(path)
            .isEqualTo(403);
      }
      assertThat(open.faults()).isEmpty();
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    String token = page("/review").select("[name=token]").val();
    for (String form :
        List.of(
            "verdict=x",
            "edit=none@2026-05-01T12:00:00Z&verdict=x",
            "edit=x&verdict=x",
            "edit=" + page("/review").select("[name=edit]").val() + "&verdict=",
            "edit=" + page("/review").select("[name=edit]").val() + "&verdict=" + "x".repeat(61))) {
      HttpResponse<String> answer = served.post("/review", form + "&token=" + encoded(token));
      assertThat(answer.statusCode()).as(form).isIn(400, 404);
    }
    assertThat(served.post("/review", "edit=x&verdict=x").statusCode()).isEqualTo(403);
    assertThat(served.get("/review?state=x").statusCode()).isEqualTo(400);
    assertThat(Files.exists(home.resolve("notes.db"))).isFalse();
  }
}
