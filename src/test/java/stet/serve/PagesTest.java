package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of a served collection gets, page by page, without a script. */
class PagesTest {
  @TempDir static Path home;
  static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.sample(home);
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static Document page(String path) throws IOException {
    HttpResponse<String> response = served.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(response.body(), served.at(path));
  }

  /** Every link of every page leads to an answer of this server, or to a publisher. */
  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>(Set.of(served.at("/")));
    while (!open.isEmpty() && seen.size() < 400) {
      String url = open.iterator().next();
      open.remove(url);
      seen.add(url);
      String path = url.substring(served.at("").length());
      HttpResponse<String> response = served.get(path);
      assertThat(response.statusCode()).as(path).isIn(200, 303);
      String type = response.headers().firstValue("Content-Type").orElse("");
      if (response.statusCode() == 303) {
        String target = response.headers().firstValue("Location").orElseThrow();
        String next = java.net.URI.create(url).resolve(target).toString();
        if (!seen.contains(next)) {
          open.add(next);
        }
      } else if (type.startsWith("text/html") && !path.contains("id_/")) {
        // As archived, a page's links are its publisher's.
        for (Element link : Jsoup.parse(response.body(), url).select("[href], [src]")) {
          String to = link.absUrl(link.hasAttr("href") ? "href" : "src").replaceAll("#.*", "");
          if (to.startsWith(served.at("/")) && !seen.contains(to)) {
            open.add(to);
          }
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(60);
  }

  @Test
  void theNewestEditsStandFirstAndCanBeFiltered() throws IOException {
    Document all = page("/");
    assertThat(all.select(".edits > li")).hasSizeGreaterThan(3);
    assertThat(all.select(".filter form select[name=outlet] option")).hasSizeGreaterThan(1);

    Document silent = page("/?label=silent");
    assertThat(silent.select(".edits > li").size())
        .isPositive()
        .isLessThan(all.select(".edits > li").size());
    for (Element edit : silent.select(".edits > li")) {
      assertThat(edit.select(".by").text()).contains("Silent");
    }
    Element back = silent.selectFirst(".chosen a");
    assertThat(back).isNotNull();
    assertThat(page("/" + back.attr("href")).select(".edits > li"))
        .hasSameSizeAs(all.select(".edits > li"));
    assertThat(page("/?words=xyzzynothing").text()).contains("There is no such edit.");
  }

  @Test
  void theMostTellingStandFirstWhereThatIsAskedForAndSayWhy() throws IOException {
    Document all = page("/?label=silent");
    Element order = all.selectFirst(".views a[href*=sort=telling]");
    assertThat(order).isNotNull();
    Document ranked = page("/" + order.attr("href"));
    assertThat(ranked.select(".edits > li")).hasSizeGreaterThan(1);
    assertThat(ranked.select("h2").text()).isEqualTo("All of them");
    List<Integer> scores =
        ranked.select(".edits > li").stream()
            .map(e -> e.select("p.quiet").last())
            .map(p -> Integer.parseInt(p.text().replaceFirst(":.*", "")))
            .toList();
    assertThat(scores).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(ranked.selectFirst(".views b").text()).isEqualTo("Most telling first");
    assertThat(ranked.selectFirst("input[type=hidden][name=sort]").attr("value"))
        .isEqualTo("telling");
  }

  @Test
  void anyTwoVersionsAreComparedUnderAnAddressThatStays() throws IOException {
    String folder = folderOfLongest();
    HttpResponse<String> chosen = served.get(folder + "compare?from=1&to=3");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).hasValue("1..3");
    assertThat(page(folder + "1..3").title()).contains("Version 1 to 3");
    assertThat(page(folder + "1..2").select("del, ins")).isNotEmpty();
    assertThat(page(folder + "2..1").select("del, ins")).isNotEmpty();
    assertThat(page(folder + "2..3").text()).isEqualTo(page(folder + "r3.html").text());
    for (String wrong : new String[] {"0..1", "1..99", "1..", "..", "1..2..3", "a..b"}) {
      assertThat(served.get(folder + wrong).statusCode()).as(wrong).isIn(404, 400);
    }
  }

  /** The folder of an article with three versions or more. */
  private static String folderOfLongest() throws IOException {
    for (Element link : page("/").select(".edits .of a")) {
      String folder = "/" + link.attr("href").replaceAll("r\\d+\\.html$", "");
      if (page(folder).select("select[name=from] option").size() >= 3) {
        return folder;
      }
    }
    throw new AssertionError("no article with three versions");
  }

  @Test
  void whatWasRemovedIsFound() throws IOException {
    Document none = page("/search?q=xyzzynothing+plugh");
    assertThat(none.text()).contains("No version of any article says this.");
    Element edit = page("/?kind=number").selectFirst(".edits del");
    assertThat(edit).isNotNull();
    Document found =
        page(
            "/search?as=words&q="
                + java.net.URLEncoder.encode(edit.text(), java.nio.charset.StandardCharsets.UTF_8));
    assertThat(found.select(".hit mark")).isNotEmpty();
    assertThat(page("/search").select(".hit")).isEmpty();
  }

  @Test
  void aPageThatTheReaderHasIsNotSentAgain() throws IOException {
    HttpResponse<String> first = served.get("/");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = served.get("/", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(served.get("/?label=silent", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsSaidInTheFormThatWasAskedFor() throws IOException {
    HttpResponse<String> page = served.get("/nothing", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(page.body()).selectFirst("h1").text()).isEqualTo("Not here");
    HttpResponse<String> data = served.get("/nothing");
    assertThat(data.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(data.body()).contains("\"status\":404");
    assertThat(
            served
                .send(
                    served
                        .request("/")
                        .method("DELETE", java.net.http.HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isIn(403, 405);
  }
}
