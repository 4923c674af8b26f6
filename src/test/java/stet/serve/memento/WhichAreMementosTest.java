package stet.serve.memento;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.serve.Served;
import stet.serve.http.Access;

/** Of each kind of capture of an address, whether it is a memento. */
class WhichAreMementosTest {
  private static final String PAGE = "https://portaldercourier.example/bridge";
  private static final String OTHER = "https://portaldercourier.example/ferries-run-again";
  private static final String TEXT = Kept.story("A crack was found in a pier.");

  @TempDir Path home;

  private static Capture with(Capture c, CaptureSource source, Exchange exchange) {
    return new Capture(c.uri(), c.at(), c.ordinal(), c.mediaType(), c.payload(), source, exchange);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private List<Capture> captures() throws IOException {
    Payload none = Payload.of(new byte[0]);
    HttpHead unchanged = HttpHead.of("HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(UTF_8));
    Capture page = Kept.page(PAGE, 10, TEXT);
    String html = "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n";
    Capture first = Kept.answer(PAGE, 1, "200 OK", html, gzip(TEXT));
    Capture confirmed = Kept.answer(PAGE, 2, "200 OK", html, gzip(TEXT));
    CaptureSource live = new CaptureSource.Live(PAGE);
    Exchange confirming = new Exchange.Http(HttpHead.NONE, unchanged, none, "");
    Capture failed =
        new Capture(
            PAGE,
            Kept.DAWN.plusSeconds(180),
            0,
            "",
            none,
            live,
            new Exchange.Failed(Exchange.Failure.TIMEOUT, "no answer"));
    Capture saved =
        with(
            Kept.page(PAGE, 4, TEXT),
            new SavedFile("a.html", TimeBasis.NAME, ""),
            Exchange.UNRECORDED);
    Capture list = Kept.page(PAGE, 5, TEXT);
    Capture unread = Kept.page(PAGE, 6, "<title>Log in</title><p>Log in to go on.</p>");
    Capture elsewhere = Kept.page(OTHER, 7, Kept.story("The ferries of Nessholm run again."));
    Capture twice = Kept.page(PAGE, 6, "<title>Log in</title><p>Log in now.</p>");
    return List.of(
        first,
        with(confirmed, live, confirming),
        failed,
        saved,
        with(list, new CaptureSource.Live(PAGE, CaptureSource.Role.LIST, ""), list.exchange()),
        unread,
        with(elsewhere, live, elsewhere.exchange()),
        new Capture(
            PAGE,
            twice.at().plusMillis(400),
            0,
            twice.mediaType(),
            twice.payload(),
            twice.source(),
            twice.exchange()),
        Kept.answer(PAGE, 8, "203 Changed", "Content-Type: text/html\r\n", TEXT.getBytes(UTF_8)),
        Kept.answer(PAGE, 9, "200 OK", "Content-Type: text/html\r\n", new byte[0]),
        page);
  }

  @Test
  void pagesOfTheAddressItselfAre() throws IOException {
    Kept.keep(home, captures());
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      List<String> minutes = new ArrayList<>();
      for (String memento : Kept.links(served.get("/timemap/link/" + PAGE).body()).get("memento")) {
        String digits = memento.substring(served.at("/memento/").length()).substring(8, 14);
        minutes.add(digits.substring(2));
      }
      assertThat(minutes).containsExactly("0100", "0200", "0400", "0600", "0800", "1000");
      // What was confirmed is shown as it came: it says itself how it is coded no more.
      assertThat(served.get("/memento/20260314060200/" + PAGE).body())
          .contains("A crack was found in a pier.");
      assertThat(
              served
                  .get("/memento/20260314060200id_/" + PAGE)
                  .headers()
                  .firstValue("Content-Encoding"))
          .hasValue("gzip");
      assertThat(served.get("/memento/20260314060600/" + PAGE).body()).contains("Log in to go on.");
    }
  }
}
