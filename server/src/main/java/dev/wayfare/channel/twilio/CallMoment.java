package dev.wayfare.channel.twilio;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Input.CallEnd;
import java.util.Locale;

/// The moments at which Twilio asks what a call does next, each at an address of its own.
enum CallMoment {
  HEARD {
    @Override
    Input.OfCall read(Fields fields) {
      return new Input.Spoken(
          fields.get("SpeechResult").orElse("").strip(), fields.get("Digits").orElse("").strip());
    }
  },
  HELD {
    @Override
    Input.OfCall read(Fields fields) {
      return new Input.Held();
    }
  },
  FORWARDED {
    @Override
    Input.OfCall read(Fields fields) {
      return new Input.Forwarded(
          switch (fields.get("DialCallStatus").orElse("")) {
            case "completed", "answered" -> CallEnd.COMPLETED;
            case "busy" -> CallEnd.BUSY;
            case "no-answer", "canceled" -> CallEnd.NO_ANSWER;
            default -> CallEnd.FAILED;
          });
    }
  },
  TAKEN {
    @Override
    Input.OfCall read(Fields fields) {
      var by = fields.get("AnsweredBy").orElse("");
      return new Input.PickedUp(by.startsWith("machine") || by.equals("fax"));
    }
  };

  abstract Input.OfCall read(Fields fields);

  String path() {
    return CallHook.PATH + "/" + word();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
