package stet.memento;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Lists of captures as web archives answer with them. */
public final class MementoFuzz {
  private static final String PAGE = "https://portaldercourier.example/harbour";

  private MementoFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "time-map",
            2_700,
            Seeds.texts(
                "<"
                    + PAGE
                    + ">; rel=\"original\",\n<https://archive.example/timemap/link/"
                    + PAGE
                    + ">; rel=\"self timemap\"; type=\"application/link-format\",\n"
                    + "<https://archive.example/web/20260305140500/"
                    + PAGE
                    + ">; rel=\"first memento\"; datetime=\"Thu, 05 Mar 2026 14:05:00 GMT\"\n",
                "{\"original_uri\":\""
                    + PAGE
                    + "\",\"mementos\":{\"list\":[{\"uri\":\"https://a"
                    + ".example/1\",\"datetime\":\"2026-03-05T14:05:00Z\"}]},\"timemap_index\":[{"
                    + "\"uri\":\"https://a.example/2\"}],\"pages\":{\"next\":{\"uri\":\"b\"}}}"),
            List.of("<", ">", ";", ",", "rel=", "\"memento\"", "datetime=\"", "\"", "{", "[", "\n"),
            in -> check(TimeMapAnswer.read(Seeds.text(in), PAGE, PAGE))),
        new FuzzTarget(
            "cdx-answer",
            2_700,
            Seeds.texts(
                "example,portaldercourier)/harbour 20260305140500 "
                    + PAGE
                    + " text/html 200 ABCDEFGHIJKLMNOPQRSTUVWXYZ234567 1234\n\n"
                    + "example,portaldercourier)/harbour+20260305140501\n",
                "example)/ 20260305140500 {\"url\":\""
                    + PAGE
                    + "\",\"mime\":\"text/html\","
                    + "\"status\":\"200\",\"digest\":\"ABC\",\"timestamp\":\"20260305140500\"}\n"),
            List.of(
                " ", "\n", "\n\n", "{", "\"timestamp\":", "99999999999999", "-", "warc/revisit"),
            in -> check(CdxAnswer.read(Seeds.text(in)))));
  }

  private static void check(Listing listing) {
    for (Listed one : listing.mementos()) {
      assertThat(one.at()).isNotNull();
      assertThat(one.original()).isNotNull();
    }
    assertThat(listing.more()).doesNotContain(PAGE);
    assertThat(listing.unreadable()).isNotNegative();
  }
}
