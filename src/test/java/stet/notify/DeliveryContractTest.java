package stet.notify;

import java.time.Instant;
import java.util.List;
import stet.SealedContract;

class DeliveryContractTest extends SealedContract<Delivery> {
  DeliveryContractTest() {
    super(Delivery.class);
  }

  @Override
  protected List<Delivery> samples() {
    return List.of(
        new Delivery.Sent("<1@paper.example>"),
        new Delivery.Later(Instant.parse("2026-03-14T12:00:00Z"), "'paper.example' answered 429"),
        new Delivery.Later(null, "cannot reach 'paper.example': no such host"),
        new Delivery.Refused("'paper.example' answered 410", true));
  }
}
