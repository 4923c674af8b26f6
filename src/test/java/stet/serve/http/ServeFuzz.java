package stet.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpURI;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** What a browser sends. */
public final class ServeFuzz {
  private static final String FORM =
      "--b\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttps://courier.example/a\r\n"
          + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.html\"\r\n"
          + "Content-Type: text/html\r\n\r\n<p>Pier</p>\r\n--b--\r\n";

  private ServeFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "parameters",
            2_700,
            Seeds.texts("outlet=courier&words=harbour+crane&since=2026-03-05&a=%C3%A4&a="),
            List.of("&", "=", "%", "%zz", "+", "%00", "%ED%A0%80", "&&"),
            in -> read(Seeds.text(in))),
        new FuzzTarget(
            "sent-form",
            1_000,
            Seeds.texts(FORM),
            List.of("--b", "--b--", "\r\n", "\r\n\r\n", "name=\"file\"", "filename=", ";", "\""),
            ServeFuzz::form),
        new FuzzTarget(
            "request-target",
            1_700,
            Seeds.texts(
                "/stet/articles/ab12/index.html?words=a+b",
                "/stet/memento/20260305140500/https://portaldercourier.example/a?b=%zz",
                "//a/%2e%2e/;b=c/%u0041"),
            List.of("/stet/", "/stet/memento/", "//", "..", "%2e", "%2F", "%00", ";", "?", "%C3"),
            in -> target(Seeds.text(in))));
  }

  private static void form(byte[] input) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      SentForm form =
          SentForm.read(new ByteArrayInputStream(input), "multipart/form-data; boundary=b", file);
      assertThat(form.field("url")).isNotNull();
      assertThat(file.size()).isLessThanOrEqualTo(input.length);
    } catch (HttpProblem e) {
      assertThat(e.status()).isBetween(400, 415);
    }
  }

  private static void target(String text) {
    HttpURI uri;
    try {
      uri = HttpURI.from(text);
    } catch (RuntimeException e) {
      // The server refuses it before anybody here is asked.
      return;
    }
    try {
      Target target = Target.of(uri, "/stet", List.of("memento/"));
      assertThat(target.path()).isNotNull();
    } catch (HttpProblem e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  private static void read(String query) {
    try {
      Parameters.of(query)
          .forEach(
              (name, values) -> {
                assertThat(name).isNotEmpty();
                assertThat(values).isNotEmpty();
              });
    } catch (HttpProblem e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }
}
