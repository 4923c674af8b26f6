package stet.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jetty.http.HttpURI;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** What a browser sends. */
public final class ServeFuzz {
  private ServeFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "parameters",
            8_000,
            Seeds.texts("outlet=courier&words=harbour+crane&since=2026-03-05&a=%C3%A4&a="),
            List.of("&", "=", "%", "%zz", "+", "%00", "%ED%A0%80", "&&"),
            in -> read(Seeds.text(in))),
        new FuzzTarget(
            "request-target",
            5_000,
            Seeds.texts(
                "/stet/articles/ab12/index.html?words=a+b",
                "/stet/memento/20260305140500/https://portaldercourier.example/a?b=%zz",
                "//a/%2e%2e/;b=c/%u0041"),
            List.of("/stet/", "/stet/memento/", "//", "..", "%2e", "%2F", "%00", ";", "?", "%C3"),
            in -> target(Seeds.text(in))));
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
