/// The checks of what sentences claim.
///
/// A check reads what others found only in its own group, so two threads may share the groups.
enum NarrativeChecks {
  /// Those that a sentence alone decides, wherever it stands.
  static let ofSentences = [
    share, growth, zeroBase, completion, sums, series, plainChanges, plainRatios, plainSums,
  ]

  /// Shares, rates, sums, and figures that something is missing of.
  static let figures: [Check] = [
    share,
    growth,
    zeroBase,
    Check(
      rules: ["share", "growth-rate", "direction"], reads: [.claims, .prose, .titles],
      run: RespectiveCheck.run),
    Check(rules: ["growth-rate", "direction"], reads: [.claims], run: PercentPointCheck.run),
    completion,
    Check(rules: ["completion-rate"], reads: [.claims], run: DeviationCheck.run),
    Check(rules: ["completion-rate"], reads: [.claims], heedsOthers: true, run: OverallRate.run),
    Check(rules: ["completion-rate"], reads: [.claims], run: PlannedCounts.run),
    sums,
    series,
    Check(
      rules: ["narrative-sum"], reads: [.claims, .prose, .titles], heedsOthers: true,
      run: RemainderCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: TrailingSumCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: SavedCheck.run),
    Check(
      rules: ["narrative-sum"], reads: [.claims, .prose, .titles], heedsOthers: true, run: SourceSums.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: AddedBudgetCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: CarryOverCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: ReasonBalance.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: MovedParts.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: Divisions.run),
    Check(
      rules: ["direction", "growth-rate"], reads: [.claims], heedsOthers: true, run: CarriedChange.run),
    Check(rules: ["narrative-repeat"], reads: [.claims], run: RoundedEchoCheck.run),
    Check(
      rules: ["narrative-sum", "direction"], reads: [.claims, .prose, .titles], heedsOthers: true,
      run: ChangeSumCheck.run),
    Check(
      rules: ["narrative-table"], reads: .statements.union([.prose, .titles]), run: EmptyTableFigureCheck.run),
    Check(rules: ["narrative-table"], reads: .statements, run: PriorColumnCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims, .bindings, .prose, .titles], run: BothSidesCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims, .prose, .titles], run: BothSidesChanges.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: NamesCountCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: NamedProjects.run),
    Check(
      rules: ["narrative-sum"], reads: [.claims, .prose, .titles], heedsOthers: true, run: ListedCount.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: QuotedNamesCount.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: StaffPosts.run),
    Check(rules: ["narrative-repeat"], reads: [.claims, .prose, .titles], run: ChartCaptions.run),
    Check(rules: ["share", "narrative-sum"], reads: [.claims, .prose, .titles], run: SmallFirmWhole.run),
    Check(rules: ["direction"], reads: [.claims, .prose, .titles], heedsOthers: true, run: GapReason.run),
    Check(
      rules: ["direction"], reads: [.claims, .prose, .titles], heedsOthers: true, run: CauseAndEffect.run),
    Check(
      rules: ["direction"], reads: [.claims, .prose, .titles], heedsOthers: true, run: NamedDirections.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: UnitCountCheck.run),
    Check(rules: ["narrative-table"], run: UnitListCheck.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: AmongCounts.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: CountsWithMoney.run),
    Check(rules: ["narrative-sum"], reads: [.claims], run: PerHeadCheck.run),
    Check(rules: ["direction"], reads: [.claims], run: NothingBefore.run),
    Check(
      rules: ["direction", "growth-rate"], reads: [.claims, .prose, .titles], heedsOthers: true,
      run: TwoYears.run),
    Check(rules: ["narrative-repeat"], reads: [.claims], run: StaffRepeat.run),
    Check(
      rules: ["narrative-sum"], reads: [.claims, .prose, .titles], heedsOthers: true,
      run: GradeCountCheck.run),
    Check(rules: ["narrative-sum", "share"], reads: [.claims], heedsOthers: true, run: GradeShares.run),
    Check(rules: ["name-mismatch"], reads: .statements, run: PathCheck.run),
    Check(rules: ["duplicate-item"], reads: [.claims, .prose, .titles], run: DuplicateItems.run),
    Check(
      rules: ["missing-amount", "missing-unit"], reads: [.claims, .prose, .titles],
      run: MissingFigureCheck.run),
    Check(
      rules: ["unit-scale"], reads: .statements.union([.prose, .titles]), run: UnitScaleCheck.run),
    plainChanges,
    plainRatios,
    plainSums,
    Check(
      rules: ["growth-rate", "direction"], reads: [.claims, .prose, .titles], heedsOthers: true,
      run: StatedPairs.run),
    Check(rules: ["growth-rate"], reads: .statements, heedsOthers: true, run: ChangeElsewhere.run),
    Check(
      rules: ["narrative-sum", "direction"], reads: .statements, heedsOthers: true,
      run: ThreePublicChanges.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: CarLists.run),
    Check(
      rules: ["share-sum"], reads: [.claims, .prose, .titles], heedsOthers: true, run: PairedShares.run),
    Check(
      rules: ["share-sum"], reads: [.claims, .prose, .titles], heedsOthers: true, run: SharesAlone.run),
    Check(rules: ["share"], reads: [.claims], run: StaffRate.run),
    Check(rules: ["share"], reads: [.claims, .prose, .titles], heedsOthers: true, run: NamedShares.run),
    Check(
      rules: ["share"], reads: .statements.union([.prose, .titles]), heedsOthers: true, run: SharesByName.run),
    Check(rules: ["share"], reads: .statements, heedsOthers: true, run: SharesOfMeasures.run),
    Check(
      rules: ["narrative-sum", "completion-rate", "direction"], reads: [.prose, .titles], heedsOthers: true,
      run: QuantityCheck.run),
    Check(rules: ["narrative-sum"], reads: [.prose, .titles, .headlines], run: OrdinalCounts.run),
    Check(rules: ["narrative-sum"], reads: [.prose, .titles, .rest], run: NumberedAims.run),
    Check(rules: ["numbering"], reads: [.prose, .titles, .headlines], run: OrdinalGaps.run),
    Check(rules: ["narrative-sum"], reads: [.prose, .titles, .tables, .rest], run: NumberedCounts.run),
  ]

  /// Years, and words that were left in.
  static let words: [Check] = [
    Check(rules: ["year"], reads: [.headlines, .prose, .rest, .claims], run: YearCheck.run),
    Check(rules: ["year"], run: YearCheck.swaps),
    Check(
      rules: ["year"], reads: [.headlines, .prose, .tables, .rest], heeds: ["year"], run: FormYearLines.run),
    Check(
      rules: ["template-residue", "placeholder"], reads: [.claims, .prose, .titles], run: ResidueCheck.run),
    Check(rules: ["template-residue"], reads: [.claims], run: ZeroUse.run),
    Check(rules: ["typo"], reads: [.claims, .prose, .titles], run: ComparisonWords.run),
    Check(rules: ["score", "score-total"], reads: [.claims], heedsOthers: true, run: FullMarks.run),
  ]

  /// Names, and what is stated in several places.
  static let statements: [Check] = [
    Check(
      rules: ["narrative-table", "name-mismatch", "code-name", "unit-scale"], reads: .statements,
      run: NarrativeTableCheck.run),
    CodeMentions.check,
    Check(rules: ["narrative-repeat"], reads: [.claims], heedsOthers: true, run: ItemOutcome.run),
    Check(rules: ["narrative-repeat"], reads: .statements, run: NarrativeRepeatCheck.run),
    Check(rules: ["narrative-table", "narrative-repeat"], reads: .statements, run: NearFigureCheck.run),
    Check(rules: ["narrative-repeat"], reads: [.claims, .prose, .titles], run: SpendingCountCheck.run),
    Check(rules: ["narrative-repeat"], reads: [.claims], run: VisitCountCheck.run),
    Check(rules: ["narrative-repeat"], reads: [.claims], heedsOthers: true, run: ZeroCountCheck.run),
    Check(rules: ["narrative-repeat"], reads: [.claims], heedsOthers: true, run: ReceptionEcho.run),
    Check(rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: ReceptionParts.run),
    Check(rules: ["malformed-figure"], reads: [.claims, .prose, .titles], run: ImpossibleDates.run),
    Check(rules: ["narrative-table"], reads: .statements, run: StaffTable.run),
    Check(rules: ["narrative-table"], reads: [.captions, .grids, .prose], run: NoteParts.run),
    Check(rules: ["narrative-table"], reads: .statements, run: StaffUnits.run),
    Check(rules: ["narrative-table"], reads: .statements, run: PurchaseCount.run),
    Check(
      rules: ["narrative-table", "hierarchy-total"], reads: [.captions, .grids, .prose, .titles, .rest],
      run: AssetFigures.run),
    Check(
      rules: ["narrative-table", "narrative-repeat"], reads: .statements.union([.prose, .titles]),
      run: NarrativeZeroCheck.run),
    Check(rules: ["narrative-table"], reads: .statements, run: SectionZeroCheck.run),
    Check(
      rules: ["narrative-table"], reads: .statements.union([.prose, .titles]), run: WhollyOfKind.run),
    Check(
      rules: ["narrative-table", "narrative-sum"], reads: .statements.union([.prose, .titles]),
      run: UnchangedCheck.run),
    Check(rules: ["narrative-table"], reads: .statements, run: NarrativeCountCheck.run),
    Check(
      rules: ["narrative-table"], reads: .statements.union([.prose, .titles]), run: TargetFormsCheck.run),
    Check(
      rules: ["narrative-table"], reads: .statements.union([.prose, .titles]), run: ProjectFundsCheck.run),
    Check(rules: ["name-mismatch", "template-residue"], run: NameCheck.run),
    Check(rules: ["narrative-table"], reads: .statements, heedsOthers: true, run: NamedSlipCheck.run),
    Check(rules: ["narrative-table"], reads: .statements, heedsOthers: true, run: RespectiveFigures.run),
    Check(
      rules: ["narrative-table"], reads: .statements.union([.prose, .titles]), heedsOthers: true,
      run: ListedRows.run),
    Check(
      rules: ["narrative-table"], reads: .statements.union([.prose, .titles]), heedsOthers: true,
      run: ListedUnits.run),
    Check(rules: ["narrative-sum"], reads: .statements, heedsOthers: true, run: ThreePublicSum.run),
    Check(
      rules: ["narrative-sum", "unit-scale"], reads: .statements.union([.prose, .titles]), heedsOthers: true,
      run: ListsElsewhere.run),
  ]

  /// All of them.
  static let all = figures + words + statements

  private static let share = Check(
    rules: ["share", "share-sum"], reads: .statements.union([.prose, .titles]), heedsOthers: true,
    run: ShareCheck.run)
  private static let growth = Check(
    rules: ["growth-rate", "direction", "unit-scale"], reads: .statements.union([.prose, .titles]),
    heedsOthers: true,
    run: GrowthCheck.run)
  private static let zeroBase = Check(rules: ["growth-rate"], reads: [.claims], run: ZeroBaseCheck.run)
  private static let completion = Check(
    rules: ["completion-rate", "direction"], reads: [.claims], run: CompletionCheck.run)
  private static let sums = Check(
    rules: ["narrative-sum"], reads: [.claims, .bindings, .prose, .titles], run: NarrativeSumCheck.run)
  private static let series = Check(
    rules: ["narrative-sum", "direction"], reads: [.claims], run: SeriesCheck.run)
  private static let plainChanges = Check(
    rules: ["growth-rate"], reads: [.claims], heedsOthers: true, run: PlainChanges.run)
  private static let plainRatios = Check(
    rules: ["share", "completion-rate"], reads: [.claims], heedsOthers: true, run: PlainRatios.run)
  private static let plainSums = Check(
    rules: ["narrative-sum"], reads: [.claims], heedsOthers: true, run: PlainSums.run)
}
