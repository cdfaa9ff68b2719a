/// The rows and repetitions of the plan as its reference lists them: facts to compare the data with.
enum CatalogueReference {
  /// Every row in the plan's order.
  static let rows = split(
    """
    II-1-1-1 II-1-1-2 II-1-1-3 II-1-2-1 II-1-2-R4 II-1-2-2 II-1-2-3 II-1-2-4 II-1-2-5 II-1-2-6 II-1-3i-1
    II-1-3i-2 II-1-3i-3 II-1-3i-4 II-1-3i-5 II-1-3i-6 II-1-3ii-1 II-1-3ii-2 II-1-3ii-3 II-1-3ii-4a
    II-1-3ii-4b II-1-3ii-4c II-1-3ii-5 II-1-3ii-6 II-1-3ii-7 II-1-3ii-8 II-1-3ii-9 II-1-3ii-10
    II-1-3ii-11 II-1-3ii-12 II-1-3ii-13 II-1-3ii-14 II-2-1-1 II-2-1-2 II-2-1-3 II-2-1-4 II-2-1-5
    II-2-1-6 II-2-2-1 II-2-2-2 II-2-2-3 II-2-2-4 II-2-2-R4 II-2-2-5 II-2-2-6 II-2-3-1 II-2-3-2 II-2-3-3
    II-2-3-4 II-2-3-5 II-2-3-6 III-1-1-1 III-1-1-2 III-1-1-3 III-1-2-a III-1-3-1 III-1-3-2 III-2-1-a
    III-2-1-b III-2-2-a III-2-2-b III-2-3-a III-2-3-b III-2-4-a III-2-4-b III-3-1-a III-3-1-b III-3-1-c
    III-3-2-1-a III-3-2-1-b III-3-2-2 III-3-2-3-a III-3-2-3-b III-3-2-4 III-3-2-5-a III-3-2-5-b
    III-3-3-a III-3-3-b III-3-3-c III-3-3-d III-3-3-e III-3-3-f III-3-3-g III-3-3-h IV-0-a IV-0-b
    IV-1-1-a IV-1-2-a IV-1-3-a IV-2-1-1 IV-2-1-2-a IV-2-1-2-b IV-2-1-2-c IV-2-1-2-d IV-2-1-2-e IV-2-2-a
    IV-2-3-a IV-2-4-a V-1-a V-1-b V-2-a V-3-a V-3-b V-4-a V-5-a
    """
  )

  /// Every repeated row (再掲) with its original.
  static let aliases = [
    "II-1-3ii-9": "II-1-3i-4",
    "II-1-3ii-12": "II-1-3i-5",
    "II-2-1-1": "II-1-3ii-1",
    "II-2-1-3": "II-1-3ii-6",
    "II-2-1-5": "II-1-3ii-7",
    "II-2-1-6": "II-1-3i-6",
    "II-2-3-6": "II-2-2-6",
    "IV-2-1-2-c": "III-3-3-a",
    "IV-2-1-2-d": "III-3-3-e",
  ]

  /// Every row by phase.
  static let phases: [(phase: String, rows: [String])] = [
    (
      "continuing-from-phase-1",
      split(
        """
        II-1-1-1 II-1-2-1 II-1-2-2 II-1-2-3 II-1-2-4 II-1-2-5 II-1-3i-1 II-1-3i-2 II-1-3ii-1 II-1-3ii-2
        II-1-3ii-3 II-1-3ii-4a II-1-3ii-4b II-1-3ii-4c II-1-3ii-5 II-2-1-2 II-2-2-1 II-2-2-2 II-2-2-3
        II-2-2-4 II-2-3-1 II-2-3-2
        """
      )
    ),
    (
      "phase-2",
      split(
        """
        II-1-1-2 II-1-2-R4 II-1-3i-3 II-1-3i-4 II-1-3ii-6 II-1-3ii-7 II-1-3ii-8 II-1-3ii-10 II-1-3ii-11
        II-2-1-4 II-2-2-R4 II-2-2-5 II-2-3-3 II-2-3-4
        """
      )
    ),
    (
      "phase-3",
      split(
        """
        II-1-1-3 II-1-2-6 II-1-3i-5 II-1-3i-6 II-1-3ii-13 II-1-3ii-14 II-2-2-6 II-2-3-5
        """
      )
    ),
  ]

  /// Every target with its value as a page shows it, its deadline and its measures.
  static let targets: [(id: String, value: String, deadline: String, measures: String)] = [
    ("T01", "35％以上", "毎年度", "IV-0-a"),
    ("T02", "35％以上", "毎年度", "IV-0-a"),
    ("T03", "30％以上", "令和7年度まで", "IV-0-a"),
    ("T04", "10％以上", "令和8年3月31日まで", "IV-0-b"),
    ("T05", "17％以上", "令和8年3月31日まで", "IV-0-b"),
    ("T06", "35％以上", "令和8年3月31日まで", "IV-0-b"),
    ("T07", "35％以上", "令和8年3月31日まで", "IV-0-b"),
    ("T08", "100％以上", "常に", "III-3-1-a"),
    ("T09", "85％以上", "令和7年度まで", "III-3-1-b"),
    ("T10", "85％以上", "令和12年度まで", "III-3-1-b"),
    ("T11", "100％以上", "常に", "III-3-1-c"),
    ("T12", "15日以上", "毎年", "III-3-2-4"),
    ("T13", "48時間以上", "常に", "III-1-1-1"),
    ("T14", "1回以上", "毎年度", "II-1-3ii-2"),
    ("T15", "1回以上", "毎年度", "II-1-2-1 II-1-2-R4"),
    ("T16", "100％以上", "常に", "II-1-2-2"),
    ("T17", "100％以上", "令和7年度まで", "II-1-1-3"),
    ("T18", "0課室", "令和7年度まで", "II-2-3-5"),
    ("T19", "実施", "令和8年3月31日まで", "III-2-1-a"),
    ("T20", "1回以上", "毎年度", "V-3-b"),
    ("T21", "1回以上", "毎年度", "V-4-a"),
    ("T22", "0件", "常に", "III-1-1-2 III-1-1-3"),
  ]

  private static func split(_ text: String) -> [String] {
    text.split { character in character == " " || character == "\n" }.map(String.init)
  }
}
