package stet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import stet.capture.TrackingParameters;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Addresses that pages state of themselves. */
public final class AddressFuzz {
  private AddressFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "stated-address",
            2_700,
            Seeds.texts(
                "https://portaldercourier.example/2026/03/05/harbour;jsessionid=1?utm_source=a&b=c#d",
                "HTTP://[::1]:80/?&&=",
                "https://user@portaldercourier.example:443"),
            List.of("http://", "https://", "?", "&", "utm_source=", "#", ";sid=", "%", "//", ":"),
            AddressFuzz::read));
  }

  private static void read(byte[] input) {
    String text = Seeds.text(input);
    assertThat(TrackingParameters.without(text).length()).isLessThanOrEqualTo(text.length());
    AddressParts.parse(text)
        .ifPresent(
            parts -> {
              assertThat(parts.path()).isNotEmpty();
              assertThat(parts.scheme()).matches("https?");
            });
  }
}
