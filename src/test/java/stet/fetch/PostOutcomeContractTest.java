package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.SealedContract;

class PostOutcomeContractTest extends SealedContract<PostOutcome> {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  PostOutcomeContractTest() {
    super(PostOutcome.class);
  }

  @Override
  protected List<PostOutcome> samples() {
    return List.of(
        new PostOutcome.Answered(202, "", null),
        new PostOutcome.Answered(503, "busy", NOON),
        new PostOutcome.Failed("it said nothing"),
        new PostOutcome.Deferred(NOON));
  }

  @Test
  void onlyStatusesOfSuccessMeanThatItWasTaken() {
    assertThat(new PostOutcome.Answered(204, "", null).isTaken()).isTrue();
    assertThat(new PostOutcome.Answered(302, "", null).isTaken()).isFalse();
    assertThat(new PostOutcome.Answered(503, "", null).isTaken()).isFalse();
  }
}
