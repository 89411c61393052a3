using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Proposals;
using EventOps.Support;

namespace EventOps.Barcamp.Tests;

public class BarcampContract() : DeciderContract<BarcampCommand, Barcamps.Barcamp, BarcampEvent>(Barcamps.Barcamp.Decider);

public class BoardContract() : DeciderContract<BoardCommand, Board, BoardEvent>(Board.Decider);

public class PitchContract() : DeciderContract<PitchCommand, Pitching, PitchEvent>(Pitching.Decider);

public class ProposalContract() : DeciderContract<ProposalCommand, Proposal, ProposalEvent>(
    Proposal.Decider, typeof(ProposalReworded));
