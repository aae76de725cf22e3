package dev.wayfare.flow.json;

import java.util.List;

/// A document with many faults and what is told about them.
final class Wrong {
  static final String DOCUMENT =
      """
      wayfare: 1
      name: Parcel Desk
      title: 7
      variables:
        Order: text
        contact: text
        day: {type: dat}
        now_and_then: [text]
      triggers:
        one: {type: text, flow: helper}
        two: {type: text, flow: helper, open_journey: reject}
        three: {type: fax, flow: helper}
      flows:
        helper:
          channel: text
          start: fine
          inputs: {x: text}
          variables: {x: text}
          steps:
            fine: {type: say, text: "Hi {{ nobody }}", next: fine}
            noted: {type: say, text: a, note: 5}
            typo: {type: sya, text: a}
            nothing: {text: a}
            missing: {type: say}
            kinds: {type: ask, text: [a], into: Bad, tries: 0, patience: soon, sensitive: "yes", tires: 3}
            page: {type: say, text: a, next: 5}
            Upper: {type: end}
            words: {type: menu, text: a, options: {a: {match: [1, y], next: fine}, b: x}}
            list: []
        data:
          start: says
          steps:
            says: {type: say, text: a}
        empty: {}
      answers: {text: "a", fax: "b"}
      """;

  static final List<String> PROBLEMS =
      List.of(
          "FIELD_WRONG name 2:7",
          "FIELD_WRONG title 3:8",
          "NAME_WRONG variables/Order 5:10",
          "NAME_TAKEN variables/contact 6:12",
          "FIELD_WRONG variables/day/type 7:15",
          "FIELD_WRONG variables/now_and_then 8:3",
          "NAME_TAKEN triggers 9:1",
          "FIELD_MISSING triggers/two/busy 11:3",
          "FIELD_WRONG triggers/three/type 12:17",
          "NAME_TAKEN flows/helper/variables 18:5",
          "NAME_UNKNOWN flows/helper/steps/fine/text 20:38",
          "FIELD_WRONG flows/helper/steps/noted/note 21:41",
          "STEP_TYPE_UNKNOWN flows/helper/steps/typo/type 22:20",
          "FIELD_MISSING flows/helper/steps/nothing/type 23:7",
          "FIELD_MISSING flows/helper/steps/missing/text 24:7",
          "FIELD_WRONG flows/helper/steps/kinds/text 25:26",
          "NAME_WRONG flows/helper/steps/kinds/into 25:43",
          "FIELD_WRONG flows/helper/steps/kinds/tries 25:55",
          "FIELD_WRONG flows/helper/steps/kinds/patience 25:68",
          "FIELD_WRONG flows/helper/steps/kinds/sensitive 25:86",
          "FIELD_UNKNOWN flows/helper/steps/kinds/tires 25:99",
          "FIELD_WRONG flows/helper/steps/page/next 26:40",
          "NAME_WRONG flows/helper/steps/Upper 27:7",
          "FIELD_WRONG flows/helper/steps/words/options/a/match/0 28:58",
          "FIELD_WRONG flows/helper/steps/words/options/b 28:81",
          "FIELD_WRONG flows/helper/steps/list 29:7",
          "STEP_WRONG_CHANNEL flows/data/steps/says/type 33:20",
          "FIELD_MISSING flows/empty/start 34:3",
          "FIELD_MISSING flows/empty/steps 34:3",
          "FIELD_UNKNOWN answers/fax 35:28");

  private Wrong() {}
}
