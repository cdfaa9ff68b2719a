import Access
import Testing

@Suite struct DutySpreadsheetTests {
  @Test func isHeadedInTheWordsOfThePage() async throws {
    try await OpenHouse.with { house in
      let staff = try await house.signIn(.staff)
      let file = try await house.client.send(staff.sign(.get("/duties/csv")))
      #expect(file.status == 200)
      let heading = file.text.split(whereSeparator: \.isNewline).first ?? ""
      #expect(heading.contains("取組の名前") && heading.contains("担うもの") && !heading.contains("state"))
    }
  }
}
