package stet.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stet.article.Block;
import stet.capture.Capture;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.read.Extractors;

/** Pages whose text scripts bring: what is read of them is what a person sees. All fictional. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedPagesTest {
  private static final String URI = "https://courier.example/harbour/boats";
  private static final String ONE =
      "Twelve boats were lost in the harbour of Port Ellery on Tuesday night, when the storm wall"
          + " gave way in two places.";
  private static final String TWO =
      "The harbour master, Ines Faro, said that nobody was on board, and that the pilots had been"
          + " warned at noon.";
  private static final String THREE =
      "The council meets on Friday to decide whether the wall is built anew or moved inland, which"
          + " would cost twice as much.";
  private static final List<String> STORY = List.of(ONE, TWO, THREE);

  private Renderer renderer;

  @BeforeAll
  void open() {
    renderer = TestBrowser.open();
  }

  @AfterAll
  void close() {
    if (renderer != null) {
      renderer.close();
    }
  }

  /**
   * A page.
   *
   * @param files what else its server has, by path
   */
  private record Site(String name, String html, Map<String, String> files) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String page(String head, String body) {
    return "<!DOCTYPE html><html lang=en><head><title>Boats lost</title>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private static String paragraphs(String... texts) {
    return "<p>" + String.join("</p><p>", texts) + "</p>";
  }

  private static String article(String... texts) {
    return "<article><h1>Boats lost in the harbour</h1>" + paragraphs(texts) + "</article>";
  }

  private static String json() {
    return "{\"paragraphs\":[\"" + String.join("\",\"", STORY) + "\"]}";
  }

  private static final String BUILD =
      "const show = (data) => { document.getElementById('root').innerHTML ="
          + " '<article><h1>Boats lost in the harbour</h1>' + data.paragraphs.map((p) =>"
          + " '<p>' + p + '</p>').join('') + '</article>'; };";

  static Stream<Site> sites() {
    return Stream.of(
        new Site(
            "built in the browser from what it asks for",
            page("<script src=/app.js defer></script>", "<div id=root></div>"),
            Map.of(
                "/app.js",
                BUILD
                    + "setTimeout(() => fetch('/story.json').then((r) => r.json()).then(show),50)",
                "/story.json",
                json())),
        new Site(
            "hydration that changes what the server sent",
            page(
                "",
                article("Ten boats were lost, it was said at first in the harbour.", TWO, THREE)
                    + "<script>document.querySelector('p').textContent = '"
                    + ONE
                    + "'</script>"),
            Map.of()),
        new Site(
            "more of the story as one scrolls",
            page(
                "",
                article(ONE)
                    + "<div id=end style='margin-top:2000px'>&nbsp;</div><script>const rest = ["
                    + "'"
                    + TWO
                    + "','"
                    + THREE
                    + "'];"
                    + "new IntersectionObserver((seen) => { if (seen[0].isIntersecting && rest.length)"
                    + " { const p = document.createElement('p'); p.textContent = rest.shift();"
                    + " document.querySelector('article').append(p); const end ="
                    + " document.getElementById('end'); end.style.marginTop = '2500px'; } })"
                    + ".observe(document.getElementById('end'));</script>"),
            Map.of()),
        new Site(
            "paragraphs that come one after the other",
            page(
                "",
                "<article><h1>Boats lost in the harbour</h1></article><script>"
                    + "['"
                    + String.join("','", STORY)
                    + "'].forEach((text, i) => setTimeout(() => {"
                    + " const p = document.createElement('p'); p.textContent = text;"
                    + " document.querySelector('article').append(p); }, 200 * i));</script>"),
            Map.of()),
        new Site(
            "shadow tree",
            page(
                "",
                "<div id=host></div><script>document.getElementById('host').attachShadow({mode:"
                    + " 'closed'}).innerHTML = '"
                    + article(ONE, TWO, THREE)
                    + "'</script>"),
            Map.of()),
        new Site(
            "web components with slots",
            page(
                "<script>customElements.define('news-story', class extends HTMLElement {"
                    + " connectedCallback() { this.attachShadow({mode: 'open'}).innerHTML ="
                    + " '<article><slot name=head></slot><slot></slot></article>'; } });</script>",
                "<news-story><h1 slot=head>Boats lost in the harbour</h1>"
                    + paragraphs(ONE, TWO, THREE)
                    + "</news-story>"),
            Map.of()),
        new Site(
            "written while it is read",
            page("", "<script>document.write('" + article(ONE, TWO, THREE) + "')</script>"),
            Map.of()),
        new Site(
            "JSON in a script",
            page(
                "",
                "<div id=root></div><script id=data type=application/json>"
                    + json()
                    + "</script><script>"
                    + BUILD
                    + "show(JSON.parse(document.getElementById('data').textContent))</script>"),
            Map.of()),
        new Site(
            "another host, which allows it",
            page(
                "",
                "<div id=root></div><script>"
                    + BUILD
                    + "fetch('https://api.courier.example/story', {headers: {'X-Reader': '1'}})"
                    + ".catch(() => fetch('https://api.courier.example/story'))"
                    + ".then((r) => r.json()).then(show)</script>"),
            Map.of("https://api.courier.example/story", json())),
        new Site(
            "hidden parts",
            page(
                "<link rel=stylesheet href=/s.css>",
                article(ONE, TWO, THREE)
                    + "<p class=old>This paragraph stands in the markup, and no reader ever sees it.</p>"),
            Map.of("/s.css", ".old { display: none }")),
        new Site(
            "a wall that asks for consent before the story comes",
            page(
                "",
                "<div id=root></div><div style='position:fixed;inset:0;background:#fff'><p>We and our"
                    + " partners use cookies to make this page better for you.</p><button"
                    + " id=yes>Accept all</button><button id=no>Reject all</button></div><script>"
                    + BUILD
                    + "document.getElementById('no').onclick = (e) => { e.target.parentElement.remove();"
                    + " show("
                    + json()
                    + "); };</script>"),
            Map.of()),
        new Site(
            "an overlay of a program that many buy, in a tree of its own, over two steps",
            page(
                "",
                article(ONE, TWO, THREE)
                    + "<div id=usercentrics-root></div><script>const tree = document.getElementById("
                    + "'usercentrics-root').attachShadow({mode: 'open'}); tree.innerHTML = '<div"
                    + " role=dialog>Your privacy <button id=more>Settings</button><button"
                    + " data-testid=uc-deny-all-button>No</button></div>'; tree.querySelector("
                    + "'[data-testid]').onclick = () => { document.getElementById("
                    + "'usercentrics-root').remove(); const p = document.createElement('p');"
                    + " p.id = 'gone'; };</script>"),
            Map.of()),
        new Site(
            "words of refusal in the story itself",
            page(
                "",
                article(ONE, TWO, THREE)
                        .replace("</article>", "<button>Reject all</button></article>")
                    + "<script>document.querySelector('button').onclick = () => {"
                    + " document.querySelector('article').remove(); };</script>"),
            Map.of()),
        new Site(
            "a teaser before a wall that asks for money",
            page(
                "",
                article(ONE, TWO, THREE)
                    + "<div class=paywall style='position:fixed;bottom:0;height:50vh'>Subscribe to"
                    + " read on.</div>"),
            Map.of()));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void readsWhatAPersonSees(Site site) throws IOException {
    Rendered rendered =
        renderer.render(
            new RenderRequest(
                TestBrowser.page(URI, site.html()), files(site.files()), TestBrowser.OPTIONS));
    assertThat(rendered.settled()).isTrue();
    assertThat(text(rendered.html())).as(rendered.html()).isEqualTo(STORY);
  }

  private static PageFiles files(Map<String, String> files) {
    return (uri, accept) -> {
      String path = uri.replace("https://courier.example", "");
      String type =
          path.endsWith(".css")
              ? "text/css"
              : path.endsWith(".js") ? "text/javascript" : "application/json";
      return Optional.ofNullable(files.get(path))
          .map(body -> TestBrowser.answer(uri, 200, type, body, "Access-Control-Allow-Origin: *"));
    };
  }

  private static List<String> text(String html) {
    Capture page = TestBrowser.page(URI, html);
    Extraction read =
        Extractors.standard()
            .extract(
                new Page(
                    URI, page.mediaType(), page.at(), "", html.getBytes(StandardCharsets.UTF_8)));
    return read instanceof Extraction.Article article
        ? article.version().body().stream().map(Block::text).toList()
        : List.of("none: " + read);
  }

  /** One picture of all of it, which is the same each time. */
  @Test
  void aPictureIsTheSameEachTime() throws IOException {
    String html =
        page(
            "<style>@keyframes turn { to { rotate: 1turn } } b { display: inline-block;"
                + " animation: turn 1s infinite }</style>",
            article(ONE, TWO, THREE) + "<b>*</b><div style='height:2000px'></div>");
    RenderOptions options = TestBrowser.OPTIONS.with(RenderOptions.Picture.PNG);
    RenderRequest request = new RenderRequest(TestBrowser.page(URI, html), PageFiles.NONE, options);
    Rendered one = renderer.render(request);
    assertThat(one.height()).isGreaterThan(2000);
    assertThat(one.picture()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(renderer.render(request).picture()).isEqualTo(one.picture());
  }
}
