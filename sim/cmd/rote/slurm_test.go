//go:build slurm

package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A cluster is a Slurm of one node, whose files are all in one folder. It wants
// root, and munged, slurmctld and slurmd on the path; make slurm installs them.
type cluster struct {
	*testing.T
	dir, host string
}

const slurmConf = `ClusterName=rote
SlurmctldHost=%[2]s(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=%[1]s/munge.socket
CredType=cred/munge
SlurmctldPort=%[3]d
SlurmdPort=%[4]d
SlurmctldPidFile=%[1]s/slurmctld.pid
SlurmdPidFile=%[1]s/slurmd.pid
StateSaveLocation=%[1]s/state
SlurmdSpoolDir=%[1]s/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=1
NodeName=%[2]s NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
`

func newCluster(t *testing.T) *cluster {
	t.Helper()
	for _, name := range []string{"munged", "slurmctld", "slurmd", "sbatch"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Fatalf("%v; make slurm installs it where it can", err)
		}
	}
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	host, _, _ = strings.Cut(host, ".")
	c := &cluster{T: t, dir: t.TempDir(), host: host}
	for _, name := range []string{"state", "spool"} {
		os.Mkdir(filepath.Join(c.dir, name), 0o755)
	}
	key := make([]byte, 1024)
	rand.Read(key)
	os.WriteFile(filepath.Join(c.dir, "munge.key"), key, 0o600)
	conf := fmt.Sprintf(slurmConf, c.dir, host, freePort(t), freePort(t))
	os.WriteFile(filepath.Join(c.dir, "slurm.conf"), []byte(conf), 0o644)
	t.Setenv("SLURM_CONF", filepath.Join(c.dir, "slurm.conf"))
	program, err := os.Executable() // which becomes rote by ROTE_MAIN
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("ROTE", program)
	t.Setenv("ROTE_MAIN", "1")
	file := func(name string) string { return filepath.Join(c.dir, name) }
	c.start("munged", "--foreground", "--force", "--key-file="+file("munge.key"), "--socket="+file("munge.socket"),
		"--pid-file="+file("munge.pid"), "--log-file="+file("munge.log"), "--seed-file="+file("munge.seed"))
	c.await("munged", func() bool { _, err := os.Stat(file("munge.socket")); return err == nil })
	c.start("slurmctld", "-D")
	c.start("slurmd", "-D", "-N", host)
	c.await("an idle node", func() bool {
		out, err := exec.Command("sinfo", "-h", "-o", "%t").Output()
		return err == nil && strings.TrimSpace(string(out)) == "idle"
	})
	return c
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// start runs a daemon until the test ends, and shows what it printed if that
// fails.
func (c *cluster) start(name string, args ...string) {
	c.Helper()
	var out bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		c.Fatal(err)
	}
	c.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		stopped := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
		cmd.Wait()
		stopped.Stop()
		if c.Failed() {
			c.Logf("%s printed:\n%s", name, out.Bytes())
		}
	})
}

func (c *cluster) await(what string, is func() bool) {
	c.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			c.Fatalf("no %s after a minute", what)
		}
	}
}

// run executes a command of Slurm in the cluster's folder.
func (c *cluster) run(name string, args ...string) string {
	c.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = c.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		logs, _ := filepath.Glob(filepath.Join(c.dir, "slurm-*.out"))
		for _, log := range logs {
			text, _ := os.ReadFile(log)
			out = append(out, text...)
		}
		c.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// submit submits the example as an array of n tasks, and returns the job's id.
func (c *cluster) submit(n int, sweep, results string, flags ...string) string {
	c.Helper()
	script, err := filepath.Abs(filepath.Join("examples", "sweep.sbatch"))
	if err != nil {
		c.Fatal(err)
	}
	return c.run("sbatch", append(flags, "--parsable", fmt.Sprintf("--array=0-%d", n-1), script, sweep, fmt.Sprint(n), results)...)
}

// merged joins the results of n tasks.
func (c *cluster) merged(n int, results string) string {
	c.Helper()
	files, _ := filepath.Glob(filepath.Join(c.dir, results, "*.csv"))
	if len(files) != n {
		c.Errorf("%d tasks leave %q", n, files)
	}
	code, stdout, stderr := call(append([]string{"merge"}, files...)...)
	if code != 0 {
		c.Errorf("merge: exit %d: %s", code, stderr)
	}
	return stdout
}

// An array job gives the results of the sweep on one machine; and one that is
// stopped in the midst of it, and submitted again, gives them too.
func TestSlurm(t *testing.T) {
	c := newCluster(t)
	c.submit(3, small, "small", "--wait")
	_, want, _ := call("sweep", small)
	if got := c.merged(3, "small"); !slices.Equal(sortedLines(got), sortedLines(want)) {
		t.Errorf("the array job gives\n%s\nwant\n%s", got, want)
	}

	const long = "diffusion?p=400&steps=160&n=50..300*30&fact=copied"
	job := c.submit(2, long, "long")
	rows := func() (n int) {
		for i := range 2 {
			data, _ := os.ReadFile(filepath.Join(c.dir, "long", fmt.Sprintf("part-%d-of-2.csv", i)))
			n += bytes.Count(data, []byte(",1,"))
		}
		return n
	}
	c.await("result of the long job", func() bool { return rows() >= 4 })
	c.run("scancel", "--batch", "--signal=TERM", job)
	c.await("end of the long job", func() bool { return c.run("squeue", "-h", "-j", job) == "" })
	before := rows()
	if before >= 30 {
		t.Fatal("the job was complete before it was stopped")
	}
	log, _ := os.ReadFile(filepath.Join(c.dir, "slurm-"+job+"_0.out"))
	if !strings.Contains(string(log), "The same command goes on from there.") {
		t.Errorf("the stopped task says %q", log)
	}
	c.submit(2, long, "long", "--wait")
	got := c.merged(2, "long")
	_, want, _ = call("sweep", long)
	if !slices.Equal(sortedLines(got), sortedLines(want)) || rows() != 30 {
		t.Errorf("stopped after %d runs and resumed, with %d rows, the array job gives\n%s\nwant\n%s", before, rows(), got, want)
	}
	t.Logf("stopped after %d of 30 runs, and resumed", before)
}
