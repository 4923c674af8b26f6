package stet.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.capture.Exchange.Failed;
import stet.capture.Exchange.Failure;
import stet.capture.Exchange.Http;

public class ExchangeContractTest extends SealedContract<Exchange> {
  /** What the sample answers brought. */
  public static final Payload PAGE = Payload.of("<p>The bridge is shut.".getBytes(US_ASCII));

  public ExchangeContractTest() {
    super(Exchange.class);
  }

  private static HttpHead head(String text) {
    return HttpHead.of((text + "\r\n\r\n").getBytes(US_ASCII));
  }

  /** One of each kind, every failure among them. */
  public static List<Exchange> all() {
    HttpHead request = head("GET / HTTP/1.1\r\nHost: courier.example");
    HttpHead response = head("HTTP/1.1 200 OK\r\nContent-Type: text/html");
    List<Exchange> all = new ArrayList<>();
    all.add(Exchange.UNRECORDED);
    all.add(new Http(request, response, PAGE, "192.0.2.7", Duration.ofMillis(45)));
    all.add(new Http(HttpHead.NONE, response, PAGE, ""));
    for (Failure failure : Failure.values()) {
      all.add(new Failed(failure, "it did not answer: \u201cno\u201d"));
    }
    return all;
  }

  @Override
  protected List<Exchange> samples() {
    return all();
  }

  @Test
  void everyFailureIsReadByItsName() {
    for (Failure failure : Failure.values()) {
      assertThat(Failure.ofId(failure.id())).isEqualTo(failure);
    }
  }
}
