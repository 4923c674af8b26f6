package stet.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Memento;
import stet.capture.CaptureSource.Role;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.CaptureSource.WarcRecord;

public class CaptureSourceContractTest extends SealedContract<CaptureSource> {
  public CaptureSourceContractTest() {
    super(CaptureSource.class);
  }

  /** One of each kind, and what is odd about them. */
  public static List<CaptureSource> all() {
    return List.of(
        new SavedFile("bridge.html", TimeBasis.NAME, "Bridge shut"),
        new SavedFile("br\u00fccke\u0000\r\n \ud83d\ude00 \ud83d.html", TimeBasis.FILE_TIME, ""),
        new Live("https://courier.example/bridge"),
        new Live("https://courier.example/rss", Role.LIST, "https://courier.example/feeds"),
        new Live("https://courier.example/bridge", Role.SENT, "https://courier.example/feeds"),
        new Live("https://courier.example/bridge", Role.SHOWN, ""),
        new Live("https://courier.example/bridge", Role.PART, "https://courier.example/bridge"),
        new WarcRecord("crawl-1.warc.gz", "<urn:uuid:00000000-0000-8000-8000-000000000000>"),
        new WarcRecord("crawl-1.warc.gz", "<urn:uuid:1>", "https://short.example/b?a=1"),
        new Memento("fictional", "https://archive.example/2026/https://courier.example/bridge"));
  }

  @Override
  protected List<CaptureSource> samples() {
    return all();
  }

  @Test
  void kindsHaveNamesOfTheirOwn() {
    for (CaptureSource source : samples()) {
      assertThat(source.kind()).matches("[a-z]+");
    }
    assertThat(
            samples().stream()
                .collect(
                    Collectors.groupingBy(
                        CaptureSource::kind,
                        Collectors.mapping(Object::getClass, Collectors.toSet())))
                .values())
        .allMatch(classes -> classes.size() == 1);
  }

  @Test
  void noPasswordStays() {
    String secret = "https://bob:hunter2@courier.example/";
    assertThat(new Live(secret, Role.PAGE, secret).toString()).doesNotContain("hunter2");
    assertThat(new Memento("fictional", secret).toString()).doesNotContain("hunter2");
  }
}
