package dev.wayfare.flow.json;

/// Documents that several tests read.
final class Examples {
  /// The example of the format's description, as far as its step types exist.
  static final String PARCEL_DESK =
      """
      wayfare: 1
      name: parcel-desk
      title: Parcel desk
      variables:
        order: {type: text}
        day:   {type: date}
      profile_values:
        orders_url: {type: url, required: true}
        orders_key: {type: secret}
      triggers:
        texted:     {type: text, flow: helper}
      flows:
        helper:
          channel: text
          start: which
          steps:
            which:  {type: ask, text: "Hi! What is your order number?", into: order, expect: text,
                     check: "order.matches('^[A-Z0-9]{6,}$')", otherwise: "That does not look like an order number.", next: find}
            find:   {type: run, flow: find_order, with: {order: order}, into: found, failed: sorry, next: offer}
            offer:  {type: menu, text: "Order {{ order }} comes {{ found.day }}. Change the day?",
                     options: {yes: {match: ["yes", y, "1"], next: link}, no: {match: ["no", n, "2"], next: thanks}},
                     otherwise: "Please answer yes or no."}
            link:   {type: say, text: "Choose a day here: {{ link('booking', 'choose') }}", next: done}
            thanks: {type: say, text: "See you {{ found.day }}!", next: done}
            sorry:  {type: say, text: "We could not find that order.", next: which}
            done:   {type: stop}
        find_order:
          start: look
          inputs: {order: text}
          steps:
            look: {type: stop, result: {day: "'2026-11-24'", known: true}}
      """;

  /// The same app twice: in any order and style, and as the canonical form has it.
  static final String MIXED_UP =
      """
      name: "parcel-desk"
      answers: {text: 'Something went wrong: we are on it.'}
      flows:
        helper:
          steps:
            which:
              text: "Which order?"
              into: order
              note: "Asked again when it is not found."
              type: ask
              next: 'offer'
              check: "order.matches('^[A-Z0-9]{6,}$')"
              patience: 30m
            offer:
              options: {"yes": {next: thanks, match: ['yes', "y"]}, no_thanks: {match: ["no"], next: thanks}}
              type: menu
              text: "Two lines:\\nChange the day?"
            thanks:
              text: "Thank you, {{ contact.first_name }}"
              type: say
              unknown: 1
          start: which
          channel: text
      variables: {order: text, boxes: {default: 3.0, type: number}}
      wayfare: 1.0
      """;

  static final String CANONICAL =
      """
      wayfare: 1
      name: parcel-desk
      variables:
        order: {type: text}
        boxes: {type: number, default: 3}
      flows:
        helper:
          channel: text
          start: which
          steps:
            which:
              type: ask
              note: Asked again when it is not found.
              text: Which order?
              into: order
              check: order.matches('^[A-Z0-9]{6,}$')
              patience: 30m
              next: offer
            offer:
              type: menu
              text: |-
                Two lines:
                Change the day?
              options:
                "yes": {match: ["yes", "y"], next: thanks}
                no_thanks: {match: ["no"], next: thanks}
            thanks: {type: say, text: "Thank you, {{ contact.first_name }}", unknown: 1}
      answers: {text: "Something went wrong: we are on it."}
      """;

  private Examples() {}
}
